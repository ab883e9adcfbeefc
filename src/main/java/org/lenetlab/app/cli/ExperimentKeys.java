package org.lenetlab.app.cli;

import java.util.List;

/** Knows the keys of experiment files, which users also try as options. */
public interface ExperimentKeys {

  /** Where the keys called {@code name} stand, as dotted paths; empty if there is none. */
  List<String> paths(String name);
}
