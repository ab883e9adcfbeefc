/**
 * Image files, and how the photograph of a digit becomes an image as those of MNIST: what reads
 * people's own pictures shares it.
 */
@NullMarked
package org.lenetlab.images;

import org.jspecify.annotations.NullMarked;
