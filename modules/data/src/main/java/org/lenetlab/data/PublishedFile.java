package org.lenetlab.data;

import java.nio.file.Path;
import java.util.List;
import org.lenetlab.api.data.DataException;

/** A file that was published under a name and can tell itself from any other content. */
interface PublishedFile extends Downloader.Check {

  /** Its name where it is fetched and in the cache. */
  String publishedName();

  /** The names under which it may lie in a folder, in the order of preference. */
  List<String> names();

  /**
   * Reads all of {@code file}.
   *
   * @throws DataException if it is not this file
   */
  @Override
  void verify(Path file, String source);
}
