package org.lenetlab.app.predict;

import com.google.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.api.data.Images;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.trained.ResultsOption;
import org.lenetlab.app.trained.RunFinder;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.app.trained.TrainedRuns;
import org.lenetlab.results.store.AtomicFile;

/** {@code lenet predict}. */
public final class PredictCommand implements Command {
  private static final String LAYERS = "layers";
  private static final String CSV = "csv";
  private static final String PREPARE = "prepare";

  private final TrainedRuns runs;
  private final BackendResolver backends;

  @Inject
  PredictCommand(TrainedRuns runs, BackendResolver backends) {
    this.runs = runs;
    this.backends = backends;
  }

  @Override
  public String name() {
    return "predict";
  }

  @Override
  public String summary() {
    return "Asks a trained network what pictures of your own show, such as a photographed digit";
  }

  @Override
  public String arguments() {
    return "RUN IMAGE|FOLDER…";
  }

  @Override
  public String example() {
    return "lenet predict quickstart docs/images/seven.png --layers layers.png";
  }

  @Override
  public Options options() {
    Options options = new Options();
    options.addOption(
        ValueOption.of(LAYERS, "FILE", "also draws every layer's output for the picture, as PNG"));
    options.addOption(
        ValueOption.of(CSV, "FILE", "writes a table instead; without it, folders print one"));
    options.addOption(
        ValueOption.of(
            PREPARE,
            "HOW",
            "one of "
                + String.join(", ", ValueOption.words(Preparation.class))
                + "; default: digit for networks that know the ten digits, else fit"));
    return ResultsOption.addTo(options);
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    List<String> words = line.getArgList();
    if (words.size() < 2) {
      throw new UserException(
          "expected a run and at least one picture: lenet predict quickstart seven.png");
    }
    List<Path> named = words.subList(1, words.size()).stream().map(Path::of).toList();
    List<Path> files = PictureFiles.of(named);
    if (line.hasOption(LAYERS) && files.size() != 1) {
      throw new UserException("--layers: expected one picture, not " + files.size());
    }
    TrainedRun run = runs.open(new RunFinder(ResultsOption.folder(line)).find(words.getFirst()));
    Preparation preparation =
        line.hasOption(PREPARE)
            ? ValueOption.choice(line, PREPARE, Preparation.class)
            : Preparation.suiting(run);
    boolean table = line.hasOption(CSV) || named.stream().anyMatch(Files::isDirectory);
    try (Predictor predictor = Predictor.open(run, backends)) {
      PredictionTable rows = new PredictionTable(run.classes());
      PredictionText text = new PredictionText(run.classes(), console);
      int refused = 0;
      for (Path file : files) {
        try {
          Images images = predictor.prepared(preparation.read(file, run.image()));
          Prediction prediction = predictor.predict(images, 0);
          rows.add(file, prediction);
          if (!table) {
            text.print(file, images, prediction);
          }
          if (line.hasOption(LAYERS)) {
            draw(run, predictor, images, prediction, line, console);
          }
        } catch (UserException e) {
          refused++;
          console.err().println(console.styled(Console.Style.RED, "lenet:") + " " + e.getMessage());
        }
      }
      if (table) {
        write(rows.text(), line, console);
      }
      return refused == 0 ? ExitCode.SUCCESS : ExitCode.USER_MISTAKE;
    }
  }

  private static void draw(
      TrainedRun run,
      Predictor predictor,
      Images images,
      Prediction prediction,
      CommandLine line,
      Console console) {
    Path file = Path.of(line.getOptionValue(LAYERS));
    LayersPicture picture = new LayersPicture(run.classes());
    AtomicFile.write(
        file,
        "--" + LAYERS,
        out ->
            ImageIO.write(
                picture.draw(images, predictor.layers(images, 0), prediction), "png", out));
    console.println("layers drawn in " + file);
  }

  private static void write(String table, CommandLine line, Console console) {
    if (!line.hasOption(CSV)) {
      console.out().print(table);
      return;
    }
    Path file = Path.of(line.getOptionValue(CSV));
    AtomicFile.write(file, "--" + CSV, out -> out.write(table.getBytes(StandardCharsets.UTF_8)));
    console.println("written to " + file);
  }
}
