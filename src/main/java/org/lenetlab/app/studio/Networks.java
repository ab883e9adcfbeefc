package org.lenetlab.app.studio;

import com.google.inject.Inject;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lenetlab.api.data.Images;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.predict.Predictor;
import org.lenetlab.app.predict.Preparation;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.app.trained.TrainedRuns;
import org.lenetlab.images.ImageFile;
import org.lenetlab.images.NoDigitException;
import org.lenetlab.results.store.RunRecord.Outcome;

/** Trained networks that have been asked lately, kept open. Any thread may ask. */
public final class Networks implements AutoCloseable {
  private static final int MOST_OPEN = 4;
  private static final int UNPROCESSABLE = 422;

  private record Open(TrainedRun run, Predictor predictor) {}

  private final TrainedRuns trained;
  private final BackendResolver backends;
  private final Map<String, Open> open = new LinkedHashMap<>(16, 0.75f, true); // by last use

  @Inject
  Networks(TrainedRuns trained, BackendResolver backends) {
    this.trained = trained;
    this.backends = backends;
  }

  /**
   * What the network of a run makes of a picture.
   *
   * @param picture the bytes of an image file
   * @throws Refusal if the run is not finished, or the picture shows nothing
   */
  synchronized Sight see(LiveRun run, byte[] picture) {
    Open network = opened(run);
    TrainedRun trainedRun = network.run;
    Images images;
    try {
      ImageFile file = ImageFile.of(picture, Preparation.channels(trainedRun.image()));
      Preparation preparation = Preparation.suiting(trainedRun);
      images = network.predictor.prepared(preparation.of(file, trainedRun.image()));
    } catch (IOException e) {
      throw new Refusal(UNPROCESSABLE, "the picture cannot be read: " + e.getMessage());
    } catch (NoDigitException e) {
      throw new Refusal(UNPROCESSABLE, String.valueOf(e.getMessage()));
    }
    return Sight.of(
        trainedRun,
        images,
        network.predictor.predict(images, 0),
        network.predictor.layers(images, 0));
  }

  private Open opened(LiveRun run) {
    Outcome outcome = run.record().outcome();
    if (outcome == null) {
      throw new Refusal(409, "run " + run.record().id() + " is not finished yet");
    }
    String key = run.stored().folder() + " " + outcome.parametersHash();
    Open known = open.get(key);
    if (known == null) {
      TrainedRun trainedRun = trained.open(run.stored());
      known = new Open(trainedRun, Predictor.open(trainedRun, backends));
      open.put(key, known);
      closeTheEldest();
    }
    return known;
  }

  private void closeTheEldest() {
    Iterator<Open> eldest = open.values().iterator();
    while (open.size() > MOST_OPEN) {
      eldest.next().predictor.close();
      eldest.remove();
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(network -> network.predictor.close());
    open.clear();
  }
}
