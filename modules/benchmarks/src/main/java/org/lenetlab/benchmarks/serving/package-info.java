/**
 * What the processes of Java peers have in common: they train what they are asked to, and time it.
 */
@NullMarked
package org.lenetlab.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
