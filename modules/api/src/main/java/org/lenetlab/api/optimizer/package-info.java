/**
 * Optimizers are elementwise rules over flat vectors; schedules say the learning rate of an epoch.
 */
@NullMarked
package org.lenetlab.api.optimizer;

import org.jspecify.annotations.NullMarked;
