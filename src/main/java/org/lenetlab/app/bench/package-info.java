/** {@code lenet bench}: how fast an experiment trains on this machine, and where its time goes. */
@NullMarked
package org.lenetlab.app.bench;

import org.jspecify.annotations.NullMarked;
