package org.lenetlab.app.command;

import com.google.inject.Inject;
import org.apache.commons.cli.CommandLine;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.config.ExperimentReader;

/** {@code lenet schema}. */
public final class SchemaCommand implements Command {
  private final ExperimentReader reader;

  @Inject
  SchemaCommand(ExperimentReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String summary() {
    return "Prints the JSON schema of experiment files, for editors that complete and check them";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String example() {
    return "lenet schema > experiments/schema.json";
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    console.println(reader.schema());
    return ExitCode.SUCCESS;
  }
}
