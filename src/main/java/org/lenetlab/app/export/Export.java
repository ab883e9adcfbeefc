package org.lenetlab.app.export;

import java.util.List;
import org.lenetlab.results.store.AtomicFile;

/**
 * A file to write.
 *
 * @param summary what is in it, line by line
 */
record Export(AtomicFile.Content content, List<String> summary) {}
