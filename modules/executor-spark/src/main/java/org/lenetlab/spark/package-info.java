/**
 * Runs on a Spark cluster: hands pieces of work to Spark as tasks of one partition, and keeps the
 * application's classes apart from Spark's on both sides.
 */
@NullMarked
package org.lenetlab.spark;

import org.jspecify.annotations.NullMarked;
