package org.lenetlab.benchmarks;

/** What is compared: the training of a network, or its forward pass. */
enum Column {
  A("A", "A: d2l, b256", true, 2),
  B("B", "B: coting, b64", true, 2),
  C("C", "C: simoniu, b64", true, 2),
  D("D", "D: rgb, b64", true, 2),
  B1("B1", "B1: coting, b1", true, 1),
  FORWARD_A("A", "A forward, b256", false, 2);

  private final String file;
  private final String title;
  private final boolean training;
  private final int peerThreads;

  Column(String file, String title, boolean training, int peerThreads) {
    this.file = file;
    this.title = title;
    this.training = training;
    this.peerThreads = peerThreads;
  }

  /** Its experiment file's name without the extension, which is the case's name for peers. */
  String file() {
    return file;
  }

  String title() {
    return title;
  }

  boolean training() {
    return training;
  }

  /** Threads of the peers. A single image gives two threads nothing to share: one is faster. */
  int peerThreads() {
    return peerThreads;
  }
}
