package org.lenetlab.app.describe;

import com.google.inject.Inject;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet describe}. */
public final class DescribeCommand implements Command {
  private static final String AS = "as";
  private static final String TORCH = "torch";

  private final ExperimentCheck check;

  @Inject
  DescribeCommand(ExperimentCheck check) {
    this.check = check;
  }

  @Override
  public String name() {
    return "describe";
  }

  @Override
  public String summary() {
    return "Shows a network layer by layer: shapes, parameters, connections, with the arithmetic";
  }

  @Override
  public String arguments() {
    return "FILE…";
  }

  @Override
  public String example() {
    return "lenet describe experiments/lenet5-classic.yaml";
  }

  @Override
  public Options options() {
    return DataOptions.addTo(
        FileArguments.addTo(new Options())
            .addOption(ValueOption.of(AS, "FORM", "torch: as PyTorch prints a model")));
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    String form = line.getOptionValue(AS, "");
    if (!form.isEmpty() && !form.equals(TORCH)) {
      throw new UserException("--as: expected torch, not '" + form + "'");
    }
    for (Path path : FileArguments.files(line)) {
      Checked checked =
          check.check(
              path, FileArguments.overrides(line), DataOptions.access(line, path, progress -> {}));
      Experiment experiment = checked.complete().experiment();
      Network network = checked.requireNetwork();
      if (form.equals(TORCH)) {
        console.out().print(TorchPrinter.print(experiment.name(), network));
      } else {
        describe(experiment, network, console);
      }
    }
    return ExitCode.SUCCESS;
  }

  private static void describe(Experiment experiment, Network network, Console console) {
    console.println(console.styled(Console.Style.BOLD, experiment.name()) + about(experiment));
    console.println("");
    console.out().print(TableFormat.CONSOLE.render(LayerTable.of(network)));
    if (network.fixedCount() > 0) {
      console.println("and %,d fixed values, not trained".formatted(network.fixedCount()));
    }
    console.println("");
    arithmetic(network, console);
    network.stages().stream()
        .map(Stage::op)
        .filter(SquaredDistance.class::isInstance)
        .forEach(op -> targets(op, console));
    String remark = experiment.architecture().template().remark();
    if (!remark.isEmpty()) {
      console.println("");
      console.println("Remark: " + remark);
    }
  }

  private static String about(Experiment experiment) {
    return experiment.about().isEmpty() ? "" : ": " + experiment.about();
  }

  private static void arithmetic(Network network, Console console) {
    String above = "";
    for (Stage stage : network.stages()) {
      for (String line : OpText.arithmetic(stage.op())) {
        String layer = stage.layer().equals(above) ? "" : stage.layer();
        console.println("%-8s".formatted(layer) + line);
        above = stage.layer();
      }
    }
  }

  private static void targets(Op op, Console console) {
    if (op instanceof SquaredDistance rbf) {
      console.println("");
      console.println("RBF targets, # = +1, . = −1:");
      TargetsText.drawing(rbf.targets()).forEach(console::println);
      console.println("");
      console.println("Hamming distances:");
      console.out().print(TableFormat.CONSOLE.render(TargetsText.distances(rbf.targets())));
    }
  }
}
