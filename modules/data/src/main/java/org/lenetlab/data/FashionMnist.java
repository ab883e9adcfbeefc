package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.spec.Doc;

/**
 * Fashion-MNIST: 60,000 training and 10,000 test images of clothes, 28×28, grey (Xiao, Rasul,
 * Vollgraf, 2017).
 */
@Doc("60,000 training and 10,000 test images of clothes in ten classes, 28×28")
record FashionMnist() implements IdxBacked {
  private static final IdxDataset IDX =
      IdxDataset.likeMnist(
          new Publication(
              "Fashion-MNIST",
              "fashion-mnist",
              List.of("FashionMNIST/raw"),
              List.of(
                  "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
                  "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/")),
          List.of(
              "T-shirt/top",
              "trouser",
              "pullover",
              "dress",
              "coat",
              "sandal",
              "shirt",
              "sneaker",
              "bag",
              "ankle boot"),
          List.of(
              new Checksums("f4a8712d7a061bf5bd6d2ca38dc4d50a", 0xB4F29F28),
              new Checksums("9018921c3c673c538a1fc5bad174d6f9", 0x741A4657),
              new Checksums("8181f5470baa50b63fa0f6fddb340f0a", 0x678FE0B1),
              new Checksums("15d484375f8d13e6eb1aabb0c3f46965", 0x80142C1F)));

  @Override
  public IdxDataset idx() {
    return IDX;
  }
}
