package org.lenetlab.app.cli;

import com.google.inject.Inject;
import org.apache.commons.cli.CommandLine;

/** {@code lenet version}. */
public final class VersionCommand implements Command {
  @Inject
  VersionCommand() {}

  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "Prints the versions of LeNet Lab and of the Java that runs it";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String example() {
    return "lenet version";
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    console.println(Version.current());
    console.println("Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    return ExitCode.SUCCESS;
  }
}
