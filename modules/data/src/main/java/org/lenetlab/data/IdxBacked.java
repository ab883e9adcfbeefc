package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataFile;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.PublishedDataset;

/** The kinds of dataset that are nothing but their IDX files. */
interface IdxBacked extends PublishedDataset {

  IdxDataset idx();

  @Override
  default DatasetInfo info(DataAccess access) {
    return idx().info();
  }

  @Override
  default Dataset load(DataAccess access) {
    return idx().load(access);
  }

  @Override
  default List<DataFile> files(DataAccess access) {
    return idx().files(access).states();
  }

  @Override
  default void fetch(DataAccess access) {
    idx().files(access).fetch();
  }
}
