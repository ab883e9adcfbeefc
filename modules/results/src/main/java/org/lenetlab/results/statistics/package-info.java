/**
 * Tests of whether two experiments differ: over seeds, over test images, and over several
 * comparisons at once.
 */
@NullMarked
package org.lenetlab.results.statistics;

import org.jspecify.annotations.NullMarked;
