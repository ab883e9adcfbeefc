package org.lenetlab.app.machine;

import java.nio.file.Path;

/** Where the project is. */
public final class Home {
  /** Set by the launcher. */
  private static final String PROPERTY = "lenet.home";

  private Home() {}

  /** The folder of the launcher; the current one where there was none. */
  public static Path folder() {
    return Path.of(System.getProperty(PROPERTY, ""));
  }
}
