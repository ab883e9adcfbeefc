/** The benchmark's networks in Deep Java Library, whose engine is PyTorch. */
@NullMarked
package org.lenetlab.benchmarks.djl;

import org.jspecify.annotations.NullMarked;
