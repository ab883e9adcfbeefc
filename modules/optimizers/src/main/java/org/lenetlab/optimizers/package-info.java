/** Parameter update rules, each elementwise over flat arrays and each naming its paper. */
@NullMarked
package org.lenetlab.optimizers;

import org.jspecify.annotations.NullMarked;
