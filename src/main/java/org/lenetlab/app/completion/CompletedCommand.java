package org.lenetlab.app.completion;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.lenetlab.app.cli.Command;

/**
 * What a shell completes of a command.
 *
 * @param words of its name, one or two
 * @param takesRun whether its first argument is a run, not a file
 */
record CompletedCommand(
    List<String> words, String summary, boolean takesRun, List<Option> options) {

  static List<CompletedCommand> of(Collection<Command> commands) {
    return commands.stream()
        .sorted(Comparator.comparing(Command::name))
        .map(CompletedCommand::of)
        .toList();
  }

  private static CompletedCommand of(Command command) {
    Option help = Option.builder("h").longOpt("help").desc("prints this help").get();
    return new CompletedCommand(
        List.of(command.name().split(" ")),
        command.summary(),
        command.arguments().startsWith("RUN"),
        Stream.concat(command.options().getOptions().stream(), Stream.of(help))
            .sorted(Comparator.comparing(Option::getLongOpt))
            .toList());
  }

  String first() {
    return words.getFirst();
  }

  String name() {
    return String.join(" ", words);
  }
}
