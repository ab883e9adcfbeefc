package org.lenetlab.app.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.help.HelpFormatter;

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
    list(commands, out);
    out.println();
    out.println("Try:   lenet run experiments/quickstart.yaml");
    out.println("Help:  lenet COMMAND --help");
  }

  static void list(Collection<Command> commands, PrintStream out) {
    int width = commands.stream().mapToInt(c -> c.name().length()).max().orElse(0);
    for (Command command : commands) {
      out.println("  " + pad(command.name(), width) + "   " + command.summary());
    }
  }

  static void command(Command command, Options options, PrintStream out) {
    String arguments = command.arguments().isEmpty() ? "" : " " + command.arguments();
    out.println("usage: lenet " + command.name() + arguments + " [OPTIONS]");
    out.println();
    out.println(command.summary() + ".");
    out.println();
    HelpFormatter formatter = HelpFormatter.builder().setShowSince(false).get();
    List<List<String>> rows =
        ImmutableList.copyOf(formatter.getTableDefinition(options.getOptions()).rows());
    int width = rows.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
    for (List<String> row : rows) {
      out.println("  " + pad(row.getFirst(), width) + "   " + row.getLast());
    }
    out.println();
    out.println("Example:  " + command.example());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
