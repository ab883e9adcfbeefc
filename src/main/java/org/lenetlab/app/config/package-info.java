/**
 * Reads experiment files: YAML text becomes a tree that knows where each value stands, is merged,
 * validated as a whole against the schema generated from the registered kinds, and bound to the
 * records of the API. All problems of a file are reported at once, each at its place.
 */
@NullMarked
package org.lenetlab.app.config;

import org.jspecify.annotations.NullMarked;
