/**
 * Layer specs that lower themselves to ops, and the architecture templates of the LeNet family
 * built from them.
 */
@NullMarked
package org.lenetlab.layers;

import org.jspecify.annotations.NullMarked;
