package org.lenetlab.app.cli;

/** The installed build. */
public final class Version {
  private Version() {}

  /** {@code LeNet Lab 0.1.0}. */
  public static String current() {
    return "LeNet Lab " + number();
  }

  /** The number alone; {@code development} when the classes do not come from a built jar. */
  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
