/**
 * Compares how fast LeNet Lab and the frameworks that a user might pick instead train the same
 * networks on this machine.
 */
@NullMarked
package org.lenetlab.benchmarks;

import org.jspecify.annotations.NullMarked;
