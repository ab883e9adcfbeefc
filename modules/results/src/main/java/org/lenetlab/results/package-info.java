/**
 * The run store on disk, result tables, statistics over repeated runs, and the judging of
 * expectations.
 */
@NullMarked
package org.lenetlab.results;

import org.jspecify.annotations.NullMarked;
