/** Every op in plain scalar Java: the definition that every other backend is tested against. */
@NullMarked
package org.lenetlab.backend.reference;

import org.jspecify.annotations.NullMarked;
