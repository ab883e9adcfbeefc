/**
 * What the core knows of the backend {@code nd4j}: its name, what it can do, and what this machine
 * lacks for it. Its code is an extension.
 */
@NullMarked
package org.lenetlab.backend.nd4j.spec;

import org.jspecify.annotations.NullMarked;
