package org.lenetlab.app.cli;

import com.google.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Finds the command that was typed, parses its options, and runs it. */
public final class CommandRunner {
  private final Map<String, Command> commands = new TreeMap<>();
  private final ExperimentKeys keys;

  @Inject
  CommandRunner(Set<Command> commands, ExperimentKeys keys) {
    this.keys = keys;
    commands.forEach(command -> this.commands.put(command.name(), command));
  }

  /**
   * Runs what {@code arguments} say; without arguments prints the overview.
   *
   * @throws UserException if there is no such command or option
   */
  public ExitCode run(List<String> arguments, Console console) {
    List<String> words = normalized(arguments);
    if (words.isEmpty()) {
      Help.overview(commands.values(), console.out());
      return ExitCode.SUCCESS;
    }
    List<Command> group = group(words.getFirst());
    if (!group.isEmpty() && words.size() == 2 && Help.asksForIt(words.getLast())) {
      Help.list(group, console.out());
      return ExitCode.SUCCESS;
    }
    Command command = find(words);
    List<String> rest = words.subList(command.name().split(" ").length, words.size());
    Options options = command.options().addOption("h", "help", false, "prints this help");
    if (rest.stream().takeWhile(word -> !word.equals("--")).anyMatch(Help::asksForIt)) {
      Help.command(command, options, console.out());
      return ExitCode.SUCCESS;
    }
    return command.run(parse(command, options, rest), console);
  }

  /** {@code lenet help run} is {@code lenet run --help}; {@code --version} is {@code version}. */
  private static List<String> normalized(List<String> arguments) {
    if (arguments.isEmpty()) {
      return arguments;
    }
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (arguments.getFirst()) {
      case "help" -> rest.isEmpty() ? rest : append(rest, "--help");
      case "--help", "-h" -> List.of();
      case "--version", "-V" -> List.of("version");
      default -> arguments;
    };
  }

  private static List<String> append(List<String> words, String word) {
    String[] longer = words.toArray(new String[words.size() + 1]);
    longer[words.size()] = word;
    return Arrays.asList(longer);
  }

  private Command find(List<String> words) {
    Command oneWord = commands.get(words.getFirst());
    if (oneWord != null) {
      return oneWord;
    }
    String typed = String.join(" ", words.subList(0, Math.min(2, words.size())));
    Command twoWords = commands.get(typed);
    if (twoWords != null) {
      return twoWords;
    }
    List<String> group = group(words.getFirst()).stream().map(Command::name).toList();
    if (!group.isEmpty()) {
      throw new UserException(
          "expected one of " + String.join(", ", group) + DidYouMean.question(typed, group));
    }
    throw new UserException(
        "there is no command '"
            + words.getFirst()
            + "'"
            + DidYouMean.question(words.getFirst(), commands.keySet())
            + "\nlenet without arguments lists the commands");
  }

  /** The commands of two words that begin with {@code word}. */
  private List<Command> group(String word) {
    return commands.values().stream().filter(c -> c.name().startsWith(word + " ")).toList();
  }

  private CommandLine parse(Command command, Options options, List<String> words) {
    DefaultParser parser = DefaultParser.builder().setAllowPartialMatching(false).get();
    try {
      return parser.parse(options, words.toArray(String[]::new));
    } catch (UnrecognizedOptionException e) {
      List<String> known =
          options.getOptions().stream().map(Option::getLongOpt).map(name -> "--" + name).toList();
      String typed = e.getOption().replaceFirst("=.*", "");
      throw new UserException(
          "lenet "
              + command.name()
              + " has no option '"
              + typed
              + "'"
              + override(typed, options).orElseGet(() -> DidYouMean.question(typed, known))
              + "\nlenet "
              + command.name()
              + " --help lists them",
          e);
    } catch (MissingArgumentException e) {
      Option option = e.getOption();
      throw new UserException(
          "--" + option.getLongOpt() + ": expected " + option.getArgName() + " behind it", e);
    } catch (ParseException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** How to set a key of the experiment that was typed as if it were an option. */
  private Optional<String> override(String typed, Options options) {
    return FileArguments.areAmong(options)
        ? keys.paths(typed.replaceFirst("^-+", "")).stream()
            .map(path -> "; it is a key of the experiment: --set " + path + "=VALUE")
            .findFirst()
        : Optional.empty();
  }
}
