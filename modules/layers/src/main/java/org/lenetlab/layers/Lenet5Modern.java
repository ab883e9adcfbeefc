package org.lenetlab.layers;

import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;

/**
 * {@code lenet5-modern}: the rewrite of LeNet-5 that tutorials and courses use. Convolutions C1,
 * C3, …, each followed by pooling S2, S4, …, then dense layers C5, F6, … and the output. With its
 * defaults on 32×32 images, or on 28×28 images with padding 2, it has 61,706 parameters.
 */
@Doc("LeNet-5 as tutorials write it: fixed pooling, full connections, softmax")
record Lenet5Modern(
    @Doc("output maps of each convolution") @Default("[6, 16]") List<Integer> maps,
    @Doc("units of each dense layer before the output") @Default("[120, 84]") List<Integer> units,
    @Doc("width and height of every kernel") @Default("5") @Range(min = 1) int kernel,
    @Doc("of all layers, or of each: C1, C3, C5, F6, with subsample also S2, S4") @Default("relu")
        PerLayer<Activation> activation,
    @Doc("average, max or subsample (trainable, as published)") @Default("max")
        PoolingChoice pooling,
    @Doc("zeros added on every side of C1's input") @Default("0") @Range(min = 0) int padding,
    @Doc("full, lecun-1998, or a table drawn with X and .") @Default("full")
        Connections c3Connections,
    @Doc("softmax, or rbf: distances to targets") @Default("softmax") Head head,
    @Doc("of an rbf head: lecun-1998, or one bitmap of # and . per class") @Default("lecun-1998")
        Bitmaps targets)
    implements ArchitectureSpec {

  Lenet5Modern {
    maps = List.copyOf(maps);
    units = List.copyOf(units);
    SpecException.require(!maps.isEmpty(), "maps", "expected at least one convolution");
    SpecException.require(!units.isEmpty(), "units", "expected at least one dense layer");
    requirePositive(maps, "maps");
    requirePositive(units, "units");
    SpecException.require(
        maps.size() > 1 || c3Connections.equals(Connections.FULL),
        "c3-connections",
        "there is no C3 with a single convolution");
  }

  private static void requirePositive(List<Integer> counts, String path) {
    for (int i = 0; i < counts.size(); i++) {
      SpecException.require(counts.get(i) > 0, path + "/" + i, "expected at least 1");
    }
  }

  @Override
  public List<LayerSpec> layers(Shape input, int classes) {
    LenetBuilder layers = new LenetBuilder(activation);
    int number = 0;
    for (int i = 0; i < maps.size(); i++) {
      String name = "C" + ++number;
      if (i == 1) {
        layers.conv(name, maps.get(0), maps.get(1), kernel, c3Connections);
      } else {
        layers.conv(name, maps.get(i), kernel, i == 0 ? padding : 0);
      }
      layers.pool("S" + ++number, pooling);
    }
    for (int i = 0; i < units.size(); i++) {
      layers.dense((i == 0 ? "C" : "F") + ++number, units.get(i));
    }
    return layers.head(head, targets, units.getLast(), classes).build();
  }
}
