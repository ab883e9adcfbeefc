/**
 * Trained networks as ONNX models, for other runtimes: every op becomes operators of the standard
 * operator set, so that nothing but an ONNX runtime is needed to use them.
 */
@NullMarked
package org.lenetlab.onnx;

import org.jspecify.annotations.NullMarked;
