/** Compares groups of runs with a baseline: by how much they differ, and whether that is chance. */
@NullMarked
package org.lenetlab.results.compare;

import org.jspecify.annotations.NullMarked;
