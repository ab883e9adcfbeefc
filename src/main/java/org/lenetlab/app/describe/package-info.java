/** {@code lenet describe}: a planned network layer by layer, with its arithmetic shown. */
@NullMarked
package org.lenetlab.app.describe;

import org.jspecify.annotations.NullMarked;
