/**
 * {@code lenet fidelity}: what an experiment does otherwise than the network of 1998, and which of
 * the known LeNets it is. Planned networks and bound experiments are compared, so that it does not
 * matter how a file is written.
 */
@NullMarked
package org.lenetlab.app.fidelity;

import org.jspecify.annotations.NullMarked;
