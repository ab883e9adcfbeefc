package org.lenetlab.api.data;

import java.util.List;

/** A dataset that consists of published files, which can be fetched, found and verified. */
public interface PublishedDataset extends DatasetSpec {

  /** Its files, each read and verified as far as it is there. Fetches nothing. */
  List<DataFile> files(DataAccess access);

  /**
   * Fetches into the cache what is missing, and what lies there broken.
   *
   * @throws DataException if a file cannot be fetched, or is broken in a folder of the user's own
   */
  void fetch(DataAccess access);
}
