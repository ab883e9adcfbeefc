/** {@code lenet export}: trained networks in the formats of other programs. */
@NullMarked
package org.lenetlab.app.export;

import org.jspecify.annotations.NullMarked;
