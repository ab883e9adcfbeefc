/** Random numbers as pure functions of (run seed, purpose, position): no state is ever shared. */
@NullMarked
package org.lenetlab.api.random;

import org.jspecify.annotations.NullMarked;
