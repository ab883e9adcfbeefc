/**
 * An experiment as its file declares it, and what happens while it runs. The records here are the
 * experiment file's keys.
 */
@NullMarked
package org.lenetlab.api.experiment;

import org.jspecify.annotations.NullMarked;
