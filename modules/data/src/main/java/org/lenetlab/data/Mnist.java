package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.spec.Doc;

/**
 * MNIST: 60,000 training and 10,000 test images of handwritten digits, 28×28, grey (LeCun, Cortes,
 * Burges).
 */
@Doc("60,000 training and 10,000 test images of handwritten digits, 28×28")
record Mnist() implements IdxBacked {
  private static final IdxDataset IDX =
      IdxDataset.likeMnist(
          new Publication(
              "MNIST",
              "mnist",
              List.of("MNIST/raw"),
              List.of(
                  "https://ossci-datasets.s3.amazonaws.com/mnist/",
                  "https://storage.googleapis.com/cvdf-datasets/mnist/")),
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
          List.of(
              new Checksums("6bbc9ace898e44ae57da46a324031adb", 0xE9F4D8B3),
              new Checksums("a25bea736e30d166cdddb491f175f624", 0xE0CB4AD2),
              new Checksums("2646ac647ad5339dbf082846283269ea", 0x91373BDF),
              new Checksums("27ae3e4e09519cfbb04c329615203637", 0x4AB9EFF9)));

  @Override
  public IdxDataset idx() {
    return IDX;
  }
}
