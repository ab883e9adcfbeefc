/** The benchmark's networks in TensorFlow Java, as static graphs. */
@NullMarked
package org.lenetlab.benchmarks.tensorflow;

import org.jspecify.annotations.NullMarked;
