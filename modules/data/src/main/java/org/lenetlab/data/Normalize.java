package org.lenetlab.data;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.data.ValueMap;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.SpecException;

/** {@code normalize}: (value − mean) / sd, on bytes after scaling to 0 … 1, as in torchvision. */
@Doc("subtracts a mean and divides by a standard deviation, on bytes after scaling them to 0 … 1")
record Normalize(
    @Doc("one number, or one per channel") List<Double> mean,
    @Doc("one number, or one per channel; not 0") List<Double> sd)
    implements Transform {

  Normalize {
    mean = List.copyOf(mean);
    sd = List.copyOf(sd);
    SpecException.require(!mean.isEmpty(), "mean", "expected a number, or one per channel");
    SpecException.require(!sd.isEmpty(), "sd", "expected a number, or one per channel");
    SpecException.require(!sd.contains(0.0), "sd", "expected numbers other than 0");
  }

  @Override
  public Shape apply(Shape shape) {
    requireFits("mean", mean, shape);
    requireFits("sd", sd, shape);
    return shape;
  }

  private static void requireFits(String path, List<Double> numbers, Shape shape) {
    SpecException.require(
        numbers.size() == 1 || numbers.size() == shape.channels(),
        path,
        "%d numbers do not fit images of %s: expected 1 or %d"
            .formatted(numbers.size(), shape, shape.channels()));
  }

  @Override
  public Images apply(Images images) {
    List<Double> scales = new ArrayList<>();
    List<Double> offsets = new ArrayList<>();
    for (int c = 0; c < images.shape().channels(); c++) {
      double channelMean = mean.get(mean.size() == 1 ? 0 : c);
      double channelSd = sd.get(sd.size() == 1 ? 0 : c);
      scales.add(1 / channelSd);
      offsets.add(-channelMean / channelSd);
    }
    return Values.map(images, new ValueMap(scales, offsets));
  }

  @Override
  public boolean mapsValues() {
    return true;
  }
}
