/**
 * Layers are data: open layer specs lower themselves to a closed set of ops, and a planned network
 * knows the shapes, parameters, connections and floating-point work of each.
 */
@NullMarked
package org.lenetlab.api.network;

import org.jspecify.annotations.NullMarked;
