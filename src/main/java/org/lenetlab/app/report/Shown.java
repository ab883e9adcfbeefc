package org.lenetlab.app.report;

import org.jspecify.annotations.Nullable;
import org.lenetlab.report.Insight;

/**
 * What can be told of the run whose network a page shows.
 *
 * @param about its experiment; may be empty
 * @param insight into its network; null if something is in the way
 * @param obstacle what is in the way; may be empty
 */
record Shown(String about, @Nullable Insight insight, String obstacle) {}
