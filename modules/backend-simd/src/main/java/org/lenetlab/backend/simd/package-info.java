/**
 * Every op with explicit vector code: the default backend on a CPU, with the same bits at any
 * thread count and on any lane width.
 */
@NullMarked
package org.lenetlab.backend.simd;

import org.jspecify.annotations.NullMarked;
