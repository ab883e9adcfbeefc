package org.lenetlab.data;

import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;

/**
 * {@code synthetic-digits}: digits drawn by the program, 28×28, grey, for first steps and tests
 * without any data. Image i is a function of (seed, training or test, i) alone, so that fewer
 * images are a part of more.
 */
@Doc("digits drawn by the program (not real handwriting), 28×28; needs no files")
record SyntheticDigits(
    @Doc("number of training images") @Default("10000") @Range(min = 1, max = 1_000_000)
        int training,
    @Doc("number of test images") @Default("2000") @Range(min = 1, max = 1_000_000) int test,
    @Doc("other seeds give other images") @Default("1998") long seed)
    implements DatasetSpec {
  private static final int SIZE = 28;
  private static final int CLASSES = 10;
  private static final Shape SHAPE = new Shape(1, SIZE, SIZE);
  private static final int SIDES_PER_SPAN = 6;

  @Override
  public DatasetInfo info(DataAccess access) {
    return new DatasetInfo(
        "synthetic digits",
        SHAPE,
        IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList(),
        training,
        test);
  }

  @Override
  public Dataset load(DataAccess access) {
    Examples trainingExamples = draw("synthetic-digits/training", training);
    Examples testExamples = draw("synthetic-digits/test", test);
    return new Dataset(
        info(access),
        trainingExamples,
        testExamples,
        Digests.ofExamples(trainingExamples, testExamples));
  }

  private Examples draw(String purpose, int count) {
    byte[] images = new byte[count * SHAPE.size()];
    byte[] labels = new byte[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              RandomStream random = new RandomStream(seed, purpose).at(i);
              labels[i] = (byte) random.nextInt(CLASSES);
              draw(labels[i], random, images, i * SHAPE.size());
            });
    return new Examples(new ByteImages(SHAPE, images, 0), labels);
  }

  private static void draw(int digit, RandomStream random, byte[] into, int offset) {
    var styles = DigitShapes.of(digit);
    var strokes = styles.get(random.nextInt(styles.size()));
    Handwriting hand = new Handwriting(random, SIZE);
    Paper paper = new Paper(SIZE);
    double radius = random.uniform(0.6, 1.7);
    for (List<DigitShapes.Point> stroke : strokes) {
      paper.draw(
          hand.write(stroke, SIDES_PER_SPAN),
          radius * random.uniform(0.8, 1.2),
          radius * random.uniform(0.8, 1.2));
    }
    paper.scan(into, offset, random.uniform(0.75, 1), random.uniform(0, 0.15), random);
  }
}
