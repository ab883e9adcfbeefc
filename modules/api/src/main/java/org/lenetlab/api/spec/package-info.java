/**
 * How a record describes itself to the experiment file: defaults, bounds and descriptions stated
 * once, on the component that owns them, and read by the binder, the schema and {@code lenet show}.
 */
@NullMarked
package org.lenetlab.api.spec;

import org.jspecify.annotations.NullMarked;
