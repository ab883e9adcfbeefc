package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataFile;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.PublishedDataset;
import org.lenetlab.api.spec.Doc;

/**
 * {@code cifar-10}: 50,000 training and 10,000 test photographs in ten classes, 32×32, colour
 * (Krizhevsky 2009), in the binary version.
 */
@Doc("50,000 training and 10,000 test photographs in ten classes, 32×32, colour")
record Cifar10() implements PublishedDataset {
  private static final CifarFiles FILES =
      new CifarFiles(
          new Publication(
              "CIFAR-10",
              "cifar-10",
              List.of("cifar-10-batches-bin"),
              List.of("https://www.cs.toronto.edu/~kriz/")),
          "c32a1d4ab5d03f1284b67883e8d87530",
          10_000);

  @Override
  public DatasetInfo info(DataAccess access) {
    return FILES.info();
  }

  @Override
  public Dataset load(DataAccess access) {
    return FILES.load(access);
  }

  @Override
  public List<DataFile> files(DataAccess access) {
    return FILES.files(access).states();
  }

  @Override
  public void fetch(DataAccess access) {
    FILES.files(access).fetch();
  }
}
