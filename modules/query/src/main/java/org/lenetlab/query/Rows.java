package org.lenetlab.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * The content of a table of the database.
 *
 * @param rows a value for each column; null where there is none
 */
record Rows(String name, List<String> columns, Stream<? extends List<?>> rows) {}
