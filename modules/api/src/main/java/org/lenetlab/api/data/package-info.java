/**
 * Labelled images in memory, how they are found and prepared, and the batches that a training step
 * sees.
 */
@NullMarked
package org.lenetlab.api.data;

import org.jspecify.annotations.NullMarked;
