package org.lenetlab.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** Options with a value. */
public final class ValueOption {
  private ValueOption() {}

  /** The option {@code --name ARGUMENT}. */
  public static Option of(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  /**
   * What an option chooses; the first of {@code choices} where the option is left out.
   *
   * @throws UserException if there is no such choice
   */
  public static <E extends Enum<E>> E choice(CommandLine line, String option, Class<E> choices) {
    List<String> words = words(choices);
    String word = line.getOptionValue(option, words.getFirst());
    if (!words.contains(word)) {
      throw unknown(option, word, words);
    }
    return choices.getEnumConstants()[words.indexOf(word)];
  }

  /** The choices as users write them. */
  public static <E extends Enum<E>> List<String> words(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The mistake of a user who gives an option another value than the {@code known} ones. */
  public static UserException unknown(String option, String word, List<String> known) {
    return new UserException(
        "--%s: expected one of %s, not '%s'%s"
            .formatted(option, String.join(", ", known), word, DidYouMean.question(word, known)));
  }
}
