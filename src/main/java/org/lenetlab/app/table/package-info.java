/** {@code lenet table}: compares stored runs. */
@NullMarked
package org.lenetlab.app.table;

import org.jspecify.annotations.NullMarked;
