/**
 * Tables of results: runs become rows, rows become groups with mean and standard deviation, what is
 * the same everywhere moves to the caption; only then is a table given a form.
 */
@NullMarked
package org.lenetlab.results.table;

import org.jspecify.annotations.NullMarked;
