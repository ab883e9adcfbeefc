/** {@code lenet data}: fetches, verifies and shows datasets. */
@NullMarked
package org.lenetlab.app.data;

import org.jspecify.annotations.NullMarked;
