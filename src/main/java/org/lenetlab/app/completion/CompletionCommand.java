package org.lenetlab.app.completion;

import com.google.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;

/** {@code lenet completion}. */
public final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  private final Provider<Set<Command>> commands;

  /**
   * @param commands all of them, this one too: hence the provider
   */
  @Inject
  CompletionCommand(Provider<Set<Command>> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "Prints a script that lets a shell complete commands, options and runs";
  }

  @Override
  public String arguments() {
    return "bash|zsh";
  }

  @Override
  public String example() {
    return "lenet completion bash";
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    String shell = line.getArgList().size() == 1 ? line.getArgList().getFirst() : "";
    console
        .out()
        .print(
            switch (shell) {
              case "bash" -> BashScript.of(CompletedCommand.of(commands.get()));
              case "zsh" -> ZshScript.of(CompletedCommand.of(commands.get()));
              default ->
                  throw new UserException(
                      "expected a shell, bash or zsh" + DidYouMean.question(shell, SHELLS));
            });
    return ExitCode.SUCCESS;
  }
}
