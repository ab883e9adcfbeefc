package org.lenetlab.app;

/** Entry point of the {@code lenet} command. */
public final class Main {
  private Main() {}

  /** Prints the version of the installed build. */
  public static void main(String[] arguments) {
    String version = Main.class.getPackage().getImplementationVersion();
    System.out.println("LeNet Lab " + (version == null ? "(development build)" : version));
  }
}
