/**
 * The extension {@code logs}: figures of runs as TensorBoard's event files and on MLflow servers.
 */
@NullMarked
package org.lenetlab.logs;

import org.jspecify.annotations.NullMarked;
