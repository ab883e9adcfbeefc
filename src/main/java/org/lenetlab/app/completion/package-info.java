/** {@code lenet completion}: scripts with which a shell completes commands and options. */
@NullMarked
package org.lenetlab.app.completion;

import org.jspecify.annotations.NullMarked;
