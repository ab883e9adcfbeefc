/**
 * How an experiment file is built, as far as the records say: which blocks, keys, named kinds,
 * defaults and bounds there are. Read from the records and their annotations once; the reader, the
 * schema, {@code show} and {@code list} all walk this model.
 */
@NullMarked
package org.lenetlab.app.config.model;

import org.jspecify.annotations.NullMarked;
