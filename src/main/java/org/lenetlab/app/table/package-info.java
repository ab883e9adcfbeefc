/** {@code lenet table}, {@code compare} and {@code query}: what stored runs say. */
@NullMarked
package org.lenetlab.app.table;

import org.jspecify.annotations.NullMarked;
