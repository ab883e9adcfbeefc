/**
 * Datasets, their file formats, and the transforms and augmentations applied to images before a
 * network sees them.
 */
@NullMarked
package org.lenetlab.data;

import org.jspecify.annotations.NullMarked;
