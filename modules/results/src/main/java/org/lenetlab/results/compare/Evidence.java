package org.lenetlab.results.compare;

import java.util.List;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;

/**
 * What speaks for a difference between a baseline and others.
 *
 * @param differences of the means, for each of the others; NaN where there is none
 * @param p of the test that decides, for each of the others; NaN where it cannot be made
 * @param columns that show the evidence
 * @param cells of those columns, for each of the others
 * @param notes sentences that say how it was found
 */
record Evidence(
    double[] differences,
    double[] p,
    List<Column> columns,
    List<List<Cell>> cells,
    List<String> notes) {}
