package org.lenetlab.app.export;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.trained.ResultsOption;
import org.lenetlab.app.trained.RunFinder;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.app.trained.TrainedRuns;
import org.lenetlab.results.store.AtomicFile;

/** {@code lenet export}. */
public final class ExportCommand implements Command {
  private static final String AS = "as";
  private static final String TO = "to";
  private static final String NAME = "name";

  private final TrainedRuns runs;

  @Inject
  ExportCommand(TrainedRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String summary() {
    return "Writes a trained network as ONNX model or safetensors file, for other programs";
  }

  @Override
  public String arguments() {
    return "RUN";
  }

  @Override
  public String example() {
    return "lenet export quickstart --as onnx --to quickstart.onnx";
  }

  @Override
  public Options options() {
    Options options = new Options();
    options.addOption(
        ValueOption.of(
            AS,
            "FORM",
            "one of "
                + String.join(", ", ValueOption.words(ExportForm.class))
                + "; default: onnx"));
    options.addOption(
        ValueOption.of(TO, "FILE", "the file to write; default: EXPERIMENT-RUN.FORM here"));
    options.addOption(
        ValueOption.of(
            NAME, "LAYER=NAME", "safetensors: what the file calls a layer, such as C1=conv1"));
    return ResultsOption.addTo(options);
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    if (line.getArgList().size() != 1) {
      throw new UserException(
          "expected one run: its id, the folder of its results, or the name of its experiment");
    }
    ExportForm form = ValueOption.choice(line, AS, ExportForm.class);
    List<String> names =
        line.hasOption(NAME) ? List.of(line.getOptionValues(NAME)) : List.<String>of();
    if (form != ExportForm.SAFETENSORS && !names.isEmpty()) {
      throw new UserException("--name: only safetensors files can call layers otherwise");
    }
    TrainedRun run =
        runs.open(new RunFinder(ResultsOption.folder(line)).find(line.getArgList().getFirst()));
    Export export =
        switch (form) {
          case ONNX -> OnnxExport.of(run);
          case SAFETENSORS -> SafetensorsExport.of(run, LayerNames.parse(names, run.network()));
        };
    Path file = Path.of(line.getOptionValue(TO, defaultName(run, form)));
    AtomicFile.write(file, "--" + TO, export.content());
    console.println("written to " + file);
    export.summary().forEach(words -> console.println("  " + words));
    return ExitCode.SUCCESS;
  }

  private static String defaultName(TrainedRun run, ExportForm form) {
    return "%s-%s.%s".formatted(run.record().experiment(), run.record().id(), form.word());
  }
}
