/**
 * Reads and writes safetensors files: named tensors with their types and shapes, the common format
 * of network weights. Layout: an 8-byte little-endian header length, a JSON header, the raw
 * little-endian data. Reading is strict: what the format forbids is refused, naming the file and
 * the tensor.
 */
@NullMarked
package org.lenetlab.safetensors;

import org.jspecify.annotations.NullMarked;
