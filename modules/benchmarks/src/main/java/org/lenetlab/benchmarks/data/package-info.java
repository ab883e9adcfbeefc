/** The images that all programs of the comparison train on. */
@NullMarked
package org.lenetlab.benchmarks.data;

import org.jspecify.annotations.NullMarked;
