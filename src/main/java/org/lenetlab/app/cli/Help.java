package org.lenetlab.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;

/** Prints what can be typed. */
final class Help {
  private Help() {}

  static boolean asksForIt(String word) {
    return word.equals("--help") || word.equals("-h");
  }

  static void overview(Collection<Command> commands, PrintStream out) {
    out.println(Version.current());
    out.println("From a YAML experiment file to a trained LeNet and a table of results.");
    out.println();
    out.println("usage: lenet COMMAND [ARGUMENTS]");
    out.println();
    int width = commands.stream().mapToInt(c -> c.name().length()).max().orElse(0);
    for (Command command : commands) {
      out.println("  " + pad(command.name(), width) + "   " + command.summary());
    }
    out.println();
    out.println("Try:   lenet run experiments/quickstart.yaml");
    out.println("Help:  lenet COMMAND --help");
  }

  static void command(Command command, Options options, PrintStream out) {
    String arguments = command.arguments().isEmpty() ? "" : " " + command.arguments();
    out.println("usage: lenet " + command.name() + arguments + " [OPTIONS]");
    out.println();
    out.println(command.summary() + ".");
    out.println();
    TextHelpAppendable text = new TextHelpAppendable(out);
    text.setMaxWidth(100);
    HelpFormatter formatter =
        HelpFormatter.builder().setShowSince(false).setHelpAppendable(text).get();
    try {
      formatter.printOptions(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println("Example:  " + command.example());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
