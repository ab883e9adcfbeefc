/** JMH benchmarks: training steps and forward passes of small and whole networks. */
@NullMarked
package org.lenetlab.benchmarks.step;

import org.jspecify.annotations.NullMarked;
