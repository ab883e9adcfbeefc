package org.lenetlab.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.fault.MachineFault;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.app.machine.DownloadProgress;
import org.lenetlab.app.predict.Prediction;
import org.lenetlab.app.predict.Predictor;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.app.trained.TrainedRuns;
import org.lenetlab.report.Answer;
import org.lenetlab.report.Insight;
import org.lenetlab.report.LayerMaps;
import org.lenetlab.results.store.Predictions;
import org.lenetlab.results.store.ResultsStore.StoredRun;

/** Looks into the networks of finished runs, with the data that they were tested on. */
final class RunInsights {
  private static final int MOST_MISTAKES = 16;

  private final TrainedRuns trained;
  private final BackendResolver backends;
  private final CommandLine line;
  private final Console console;

  RunInsights(TrainedRuns trained, BackendResolver backends, CommandLine line, Console console) {
    this.trained = trained;
    this.backends = backends;
    this.line = line;
    this.console = console;
  }

  /**
   * What can be told of a run. What is in the way is told, and stops no page.
   *
   * @param image the test image to follow through the network
   * @throws UserException if there is no such image
   */
  Shown of(StoredRun stored, int image) {
    requireImage(image, stored.record().subject().test());
    String about = "";
    try {
      TrainedRun run = trained.open(stored);
      about = run.experiment().about();
      return new Shown(about, insight(run, stored.predictions(), test(run), image), "");
    } catch (MachineFault | SpecException | ExperimentFileException | UserException e) {
      String obstacle = String.valueOf(e.getMessage());
      console
          .err()
          .println(
              console.styled(Style.YELLOW, "not shown:")
                  + " the network of run "
                  + stored.record().id()
                  + ": "
                  + obstacle);
      return new Shown(about, null, obstacle);
    }
  }

  private static void requireImage(int image, int count) {
    if (image >= count) {
      throw new UserException("--image: there are %d test images, counted from 0".formatted(count));
    }
  }

  private Examples test(TrainedRun run) {
    try (DownloadProgress progress = new DownloadProgress(console)) {
      return run.experiment()
          .dataset()
          .source()
          .load(DataOptions.access(line, run.file().path(), progress))
          .test();
    }
  }

  private Insight insight(TrainedRun run, Predictions predictions, Examples test, int image) {
    if (predictions.labels().length != test.count()) {
      throw new DataException(
          "it was tested on %d images, the data has %d now"
              .formatted(predictions.labels().length, test.count()));
    }
    try (Predictor predictor = Predictor.open(run, backends)) {
      Images images = predictor.prepared(test.images());
      List<Answer> mistakes = mistakes(predictor, images, test, predictions);
      return new Insight(
          run.record().id(),
          run.classes(),
          run.network(),
          run.parameters(),
          answer(predictor, images, test, image),
          predictor.layers(images, image).stream()
              .map(o -> new LayerMaps(o.layer().name(), o.layer().output(), o.values()))
              .toList(),
          mistakes.subList(0, Math.min(MOST_MISTAKES, mistakes.size())),
          mistakes.size());
    }
  }

  /** The surest first. */
  private static List<Answer> mistakes(
      Predictor predictor, Images images, Examples test, Predictions predictions) {
    List<Answer> mistakes = new ArrayList<>();
    for (int i = 0; i < test.count(); i++) {
      if (predictions.labels()[i] != predictions.predicted()[i]) {
        mistakes.add(answer(predictor, images, test, i));
      }
    }
    mistakes.sort(Comparator.comparingDouble(Answer::probability).reversed());
    return mistakes;
  }

  private static Answer answer(Predictor predictor, Images images, Examples test, int index) {
    float[] values = new float[images.shape().size()];
    images.values(index, values, 0);
    Prediction prediction = predictor.predict(images, index);
    return new Answer(
        index,
        new LayerMaps("input", images.shape(), values),
        test.label(index),
        prediction.label(),
        prediction.probability());
  }
}
