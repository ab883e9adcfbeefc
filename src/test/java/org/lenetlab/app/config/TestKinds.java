package org.lenetlab.app.config;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Flat;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.Shorthand;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.plugin.Kind;
import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.Registry;
import org.lenetlab.plugin.SpecBinder;

/** A handful of kinds that cover every form in which an experiment file can be written. */
public final class TestKinds extends Plugin {

  /** The registry of these kinds alone. */
  public static Registry registry() {
    return Guice.createInjector(
            new AbstractModule() {
              @Override
              protected void configure() {
                Multibinder.newSetBinder(binder(), new TypeLiteral<Kind<?>>() {});
                bind(Registry.class);
                install(new TestKinds());
              }
            })
        .getInstance(Registry.class);
  }

  @Override
  protected void register(SpecBinder kinds) {
    kinds.dataset("digits", Digits.class);
    kinds.dataset("folder", Folder.class);
    kinds.transform("pad", Pad.class);
    kinds.transform("range", ToRange.class);
    kinds.augmentation("rotate", Rotate.class);
    kinds.augmentation("flip", Flip.class);
    kinds.architecture("template", Template.class);
    kinds.architecture("layers", Layers.class);
    kinds.layer("conv", Conv.class);
    kinds.layer("dense", DenseLayer.class);
    kinds.layer("activation", ActivationLayer.class);
    kinds.activation("relu", Activation.Relu.class);
    kinds.activation("tanh", Activation.Tanh.class);
    kinds.activation("leaky-relu", Activation.LeakyRelu.class);
    kinds.initializer("pytorch-default", Zero.class);
    kinds.initializer("constant", Constant.class);
    kinds.optimizer("sgd", Sgd.class);
    kinds.optimizer("momentum", Momentum.class);
    kinds.optimizer("second-order", SecondOrder.class);
    kinds.backend("plain", PlainBackend.class);
  }

  record Digits() implements DatasetSpec {
    @Override
    public DatasetInfo info(DataAccess access) {
      List<String> classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
      return new DatasetInfo("Digits", new Shape(1, 28, 28), classes, 60_000, 10_000);
    }

    @Override
    public Dataset load(DataAccess access) {
      throw new UnsupportedOperationException("nothing is loaded here");
    }
  }

  record Folder(@Doc("the folder, one sub-folder per class") String path, List<String> only)
      implements DatasetSpec {
    @Override
    public DatasetInfo info(DataAccess access) {
      return new DatasetInfo(path, new Shape(3, 32, 32), only, 100, 20);
    }

    @Override
    public Dataset load(DataAccess access) {
      throw new UnsupportedOperationException("nothing is loaded here");
    }
  }

  record Pad(@Range(min = 0) int by) implements Transform {
    @Override
    public Shape apply(Shape shape) {
      return new Shape(shape.channels(), shape.height() + 2 * by, shape.width() + 2 * by);
    }

    @Override
    public Images apply(Images images) {
      return images;
    }
  }

  @Shorthand("to")
  record ToRange(@Default("[0, 255]") List<Double> from, List<Double> to) implements Transform {
    ToRange {
      SpecException.require(to.size() == 2, "to", "expected two numbers");
    }

    @Override
    public Shape apply(Shape shape) {
      return shape;
    }

    @Override
    public Images apply(Images images) {
      return images;
    }

    @Override
    public boolean mapsValues() {
      return true;
    }
  }

  record Rotate(@Range(min = 0, max = 180) double degrees) implements Augmentation {
    @Override
    public void apply(
        Shape shape, float[] from, float[] to, float background, RandomStream random) {
      System.arraycopy(from, 0, to, 0, from.length);
    }
  }

  record Flip() implements Augmentation {
    @Override
    public void apply(
        Shape shape, float[] from, float[] to, float background, RandomStream random) {
      System.arraycopy(from, 0, to, 0, from.length);
    }

    @Override
    public String warning(List<String> classes) {
      return "flip changes what digits mean";
    }
  }

  record Template(
      @Default("relu") PerLayer<Activation> activation,
      @Default("[6, 16]") @Range(min = 1) List<Integer> maps,
      @Default("full") Table table)
      implements ArchitectureSpec {
    @Override
    public List<LayerSpec> layers(Shape input, int classes) {
      return List.of(new Conv("C1", maps.getFirst(), 5), new DenseLayer("F2", classes));
    }
  }

  record Table(String text) {
    static Table parse(String text) {
      SpecException.require(text.matches("full|[X.\\s]+"), "", "expected full, or X and .");
      return new Table(text.strip());
    }

    @Override
    public String toString() {
      return text;
    }
  }

  record Layers(List<LayerSpec> layers) implements ArchitectureSpec {
    @Override
    public List<LayerSpec> layers(Shape input, int classes) {
      return layers;
    }

    @Override
    public String path(int index) {
      return "layers/" + index;
    }
  }

  record Conv(@Nullable String name, @Range(min = 1) int maps, @Range(min = 1) int kernel)
      implements LayerSpec {
    @Override
    public List<Op> lower(Shape input) {
      return List.of(
          new Convolution(input, kernel, 1, 0, ConnectionTable.full(input.channels(), maps)));
    }
  }

  record DenseLayer(@Nullable String name, @Range(min = 1) int units) implements LayerSpec {
    @Override
    public List<Op> lower(Shape input) {
      return List.of(new Dense(input, units));
    }
  }

  record ActivationLayer(@Flat Activation function) implements LayerSpec {
    @Override
    public List<Op> lower(Shape input) {
      return List.of(new Elementwise(input, function));
    }
  }

  record Zero() implements Initializer {
    @Override
    public float value(RandomStream random, int fanIn, double fanOut) {
      return 0;
    }
  }

  record Constant(float value) implements Initializer {
    @Override
    public float value(RandomStream random, int fanIn, double fanOut) {
      return value;
    }
  }

  @Doc("plain stochastic gradient descent")
  record Sgd(@Default("0") @Range(min = 0) double weightDecay) implements OptimizerSpec {
    @Override
    public Optimizer create(int size) {
      throw new UnsupportedOperationException("nothing is trained here");
    }
  }

  record Momentum(
      @Default("0.9") @Range(min = 0, below = 1) double momentum,
      @Default("false") boolean nesterov,
      @Default("0") @Range(min = 0) double weightDecay)
      implements OptimizerSpec {
    @Override
    public Optimizer create(int size) {
      throw new UnsupportedOperationException("nothing is trained here");
    }
  }

  record SecondOrder() implements OptimizerSpec {
    @Override
    public Optimizer create(int size) {
      throw new UnsupportedOperationException("nothing is trained here");
    }

    @Override
    public boolean needsCurvature() {
      return true;
    }
  }

  record PlainBackend() implements BackendSpec {
    @Override
    public Set<Device> devices() {
      return Set.of(Device.CPU);
    }

    @Override
    public String missing(Device device) {
      return "";
    }

    @Override
    public Backend create(Device device, int threads) {
      throw new UnsupportedOperationException("nothing is trained here");
    }

    @Override
    public int numerics() {
      return 1;
    }

    @Override
    public boolean hasCurvature() {
      return false;
    }

    @Override
    public int preference(Device device) {
      return 0;
    }
  }
}
