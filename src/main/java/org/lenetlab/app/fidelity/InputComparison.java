package org.lenetlab.app.fidelity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.network.Shape;
import org.lenetlab.app.config.Spelling;

/** Compares what two networks get to see. */
final class InputComparison {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private final Spelling spelling;
  private final Deviations deviations;

  InputComparison(Spelling spelling, Deviations deviations) {
    this.spelling = spelling;
    this.deviations = deviations;
  }

  void run(Subject published, Subject here) {
    deviations.compare("dataset", published.data().title(), here.data().title());
    deviations.compare("training images", trainingImages(published), trainingImages(here));
    deviations.compare("images", published.network().input(), here.network().input());
    deviations.compare("input range", range(published), range(here));
    deviations.compare(
        "distortions",
        distortions(published.experiment().dataset()),
        distortions(here.experiment().dataset()));
  }

  private static String trainingImages(Subject subject) {
    int count = subject.experiment().dataset().trainingCount(subject.data().training());
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** What the smallest and the largest byte become, found by preparing images of nothing else. */
  private static String range(Subject subject) {
    Shape stored = subject.data().shape();
    byte[] bytes = new byte[2 * stored.size()];
    Arrays.fill(bytes, stored.size(), bytes.length, (byte) 255);
    Images images = subject.experiment().dataset().prepared(new ByteImages(stored, bytes, 0));
    return "0…255 → " + centre(images, 0) + "…" + centre(images, 1);
  }

  /** The value in the middle of each channel, once where they agree. */
  private static String centre(Images images, int index) {
    Shape shape = images.shape();
    float[] values = new float[shape.size()];
    images.values(index, values, 0);
    int middle = shape.height() / 2 * shape.width() + shape.width() / 2;
    SequencedSet<String> texts = new LinkedHashSet<>();
    for (int c = 0; c < shape.channels(); c++) {
      texts.add(rounded(values[c * shape.plane() + middle]));
    }
    return String.join("/", texts);
  }

  private static String rounded(float value) {
    return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
  }

  private String distortions(DatasetBlock dataset) {
    List<Augmentation> augment = dataset.augment();
    if (augment.isEmpty()) {
      return Deviations.NONE;
    }
    String kinds =
        augment.stream()
            .map(augmentation -> spelling.of(Augmentation.class, augmentation))
            .collect(Collectors.joining("; "));
    Integer variants = dataset.variants();
    return kinds + (variants == null ? "; anew every time" : "; " + variants + " fixed variants");
  }
}
