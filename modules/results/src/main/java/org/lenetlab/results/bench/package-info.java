/**
 * Measured speed: what a benchmark of an experiment found, its figures, and its forms for people
 * and programs.
 */
@NullMarked
package org.lenetlab.results.bench;

import org.jspecify.annotations.NullMarked;
