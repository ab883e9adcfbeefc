/**
 * Every op by the raw operations of ND4J, with arrays that are allocated once. A pass holds the
 * arrays of one batch size; weights are shared by all.
 */
@NullMarked
package org.lenetlab.backend.nd4j;

import org.jspecify.annotations.NullMarked;
