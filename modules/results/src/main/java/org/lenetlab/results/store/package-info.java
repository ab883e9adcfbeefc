/**
 * The run store: where a run's files lie, what identifies a run, and what is kept of it. Every file
 * is written whole or not at all, so that a run can be killed at any instant and go on from its
 * last epoch.
 */
@NullMarked
package org.lenetlab.results.store;

import org.jspecify.annotations.NullMarked;
