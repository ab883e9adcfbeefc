/** {@code lenet report}: shows what experiments and sweeps came to, on pages of their own. */
@NullMarked
package org.lenetlab.app.report;

import org.jspecify.annotations.NullMarked;
