package org.lenetlab.api.data;

/**
 * A dataset as the experiment file declares it. Open: plugins add records. Neither method may write
 * anything but through {@link DataAccess}.
 */
public interface DatasetSpec {

  /**
   * What is known before loading. May read headers, folder listings, and files that one can read at
   * once.
   *
   * @throws DataException if the data is needed for this and is missing or broken
   * @throws org.lenetlab.api.spec.SpecException if a key names what does not exist
   */
  DatasetInfo info(DataAccess access);

  /**
   * Reads the whole dataset, after fetching it where it is missing and can be fetched.
   *
   * @throws DataException if it is missing, cannot be fetched, or is not what it should be
   * @throws org.lenetlab.api.spec.SpecException if a key names what does not exist
   */
  Dataset load(DataAccess access);
}
