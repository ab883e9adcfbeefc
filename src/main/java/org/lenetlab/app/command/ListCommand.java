package org.lenetlab.app.command;

import com.google.inject.Inject;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.Names;
import org.lenetlab.app.config.model.RecordModel;
import org.lenetlab.plugin.Kind;

/** {@code lenet list}. */
public final class ListCommand implements Command {
  private static final String BUILT_IN = "built-in";

  private final Catalog catalog;

  @Inject
  ListCommand(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String summary() {
    return "Lists what may stand in an experiment file: layers, data sets, optimizers, … and their"
        + " keys";
  }

  @Override
  public String arguments() {
    return "[CATEGORY…]";
  }

  @Override
  public String example() {
    return "lenet list layers";
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    List<Category> chosen =
        line.getArgList().isEmpty()
            ? catalog.categories()
            : line.getArgList().stream().map(this::category).toList();
    for (int i = 0; i < chosen.size(); i++) {
      if (i > 0) {
        console.println("");
      }
      print(chosen.get(i), console);
    }
    return ExitCode.SUCCESS;
  }

  private Category category(String typed) {
    List<String> known = catalog.categories().stream().map(ListCommand::plural).toList();
    return catalog.categories().stream()
        .filter(category -> typed.equals(category.noun()) || typed.equals(plural(category)))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "there is no category '"
                        + typed
                        + "'"
                        + DidYouMean.question(typed, known)
                        + "\nthe categories are "
                        + String.join(", ", known)));
  }

  private static String plural(Category category) {
    return Names.plural(category.noun());
  }

  private void print(Category category, Console console) {
    console.println(console.styled(Console.Style.BOLD, plural(category)));
    for (Kind<?> kind : category.kinds()) {
      RecordModel keys = catalog.keys(kind);
      String origin = kind.origin().equals(BUILT_IN) ? "" : " [" + kind.origin() + "]";
      console.println(
          "  "
              + console.styled(Console.Style.CYAN, "%-16s".formatted(kind.name()))
              + " "
              + Catalog.doc(kind.type())
              + console.styled(Console.Style.DIM, origin));
      Category flat = keys.flat();
      if (flat != null) {
        console.println(
            "      name (required)  one of the " + plural(flat) + ", its keys beside it");
      }
      int widest = keys.fields().stream().mapToInt(f -> shown(f).length()).max().orElse(0);
      keys.fields().forEach(field -> print(field, widest, console));
    }
  }

  private static void print(Field field, int widest, Console console) {
    String shown = shown(field);
    console.println(
        ("      " + shown + " ".repeat(widest - shown.length()) + "  " + field.doc())
            .stripTrailing());
  }

  private static String shown(Field field) {
    String fallback = field.defaultText();
    if (fallback != null) {
      return field.name() + ": " + fallback;
    }
    return field.name() + (field.optional() ? " (optional)" : " (required)");
  }
}
