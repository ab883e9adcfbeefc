package org.lenetlab.api.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.SpecException;

/**
 * A planned network: layers with known shapes, parameters with names, places and initialisers.
 *
 * <p>Parameters have a canonical order, layer by layer and op by op, each tensor in PyTorch's
 * layout; initialisation, hashes, checkpoints and export use it.
 */
public final class Network {
  private final Shape input;
  private final List<Layer> layers;
  private final List<Stage> stages;
  private final List<Parameter> parameters;

  private Network(Shape input, List<Layer> layers, List<Stage> stages, List<Parameter> parameters) {
    this.input = input;
    this.layers = List.copyOf(layers);
    this.stages = List.copyOf(stages);
    this.parameters = List.copyOf(parameters);
  }

  private static Network of(
      Shape input, List<Layer> layers, PerLayer<Initialization> initialization) {
    List<Stage> places = new ArrayList<>();
    List<Parameter> tensors = new ArrayList<>();
    int offset = 0;
    for (Layer layer : layers) {
      Initialization rule = initialization.get(layer.name());
      Map<String, Integer> used = new HashMap<>();
      for (Op op : layer.ops()) {
        List<Parameter> own = new ArrayList<>();
        for (ParameterSpec spec : op.parameters()) {
          if (rule == null) {
            throw new SpecException("initializer", "no initialiser for layer " + layer.name());
          }
          int count = used.merge(spec.name(), 1, Integer::sum);
          String name = layer.name() + "." + spec.name() + (count > 1 ? count : "");
          own.add(new Parameter(name, spec, rule.of(spec.role()), offset));
          offset += spec.size();
        }
        tensors.addAll(own);
        places.add(new Stage(layer.name(), op, own));
      }
    }
    return new Network(input, layers, places, tensors);
  }

  /**
   * Plans an architecture for images of shape {@code input}.
   *
   * @throws SpecException if a layer cannot take its input, a name occurs twice, the last layer
   *     does not have one output per class, or the initialisation names an unknown layer; paths are
   *     relative to the architecture
   */
  public static Network plan(
      ArchitectureSpec architecture,
      PerLayer<Initialization> initialization,
      Shape input,
      int classes) {
    List<LayerSpec> specs = architecture.layers(input, classes);
    SpecException.require(!specs.isEmpty(), "layers", "expected at least one layer");
    List<Layer> layers = new ArrayList<>();
    Map<String, Integer> ordinals = new HashMap<>();
    Set<String> names = new HashSet<>();
    Shape shape = input;
    for (int i = 0; i < specs.size(); i++) {
      LayerSpec spec = specs.get(i);
      String name = nameOf(spec, ordinals);
      try {
        SpecException.require(names.add(name), "name", "two layers are called " + name);
        layers.add(new Layer(name, spec.lower(shape)));
      } catch (SpecException e) {
        throw located(e, architecture.path(i), name);
      }
      shape = layers.getLast().output();
    }
    int outputs = shape.size();
    SpecException.require(
        outputs == classes,
        architecture.path(specs.size() - 1),
        "the last layer has " + outputs + " outputs, the dataset " + classes + " classes");
    for (String layer : initialization.byLayer().keySet()) {
      SpecException.require(
          names.contains(layer),
          "initializer/" + layer,
          "there is no layer " + layer + "; the layers are " + String.join(", ", nameList(layers)));
    }
    return of(input, layers, initialization);
  }

  private static SpecException located(SpecException e, String path, String layer) {
    return path.isEmpty()
        ? new SpecException("", "layer " + layer + ": " + e.getMessage())
        : e.under(path);
  }

  private static String nameOf(LayerSpec spec, Map<String, Integer> ordinals) {
    String given = spec.name();
    if (given != null) {
      return given;
    }
    String kind = spec.getClass().getSimpleName().replaceAll("(Layer|Spec)+$", "");
    String stem = kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
    return stem + ordinals.merge(stem, 1, Integer::sum);
  }

  private static List<String> nameList(List<Layer> layers) {
    return layers.stream().map(Layer::name).toList();
  }

  /**
   * The network of the first {@code count} layers: its outputs are those of the last of them, its
   * parameters the first of this one's.
   */
  public Network upTo(int count) {
    List<Layer> first = layers.subList(0, count);
    int places = first.stream().mapToInt(layer -> layer.ops().size()).sum();
    List<Stage> stagesOfFirst = stages.subList(0, places);
    List<Parameter> parametersOfFirst =
        stagesOfFirst.stream().flatMap(stage -> stage.parameters().stream()).toList();
    return new Network(input, first, stagesOfFirst, parametersOfFirst);
  }

  public Shape input() {
    return input;
  }

  public List<Layer> layers() {
    return layers;
  }

  /** All ops in order, with the places of their parameters. */
  public List<Stage> stages() {
    return stages;
  }

  /** All trainable tensors in canonical order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Number of outputs, one per class. */
  public int classes() {
    return layers.getLast().output().size();
  }

  /**
   * Whether the output units are distances, so that the class is the smallest instead of the
   * largest.
   */
  public boolean outputsDistances() {
    return stages.getLast().op() instanceof SquaredDistance;
  }

  /** Number of trainable values. */
  public int parameterCount() {
    return parameters.stream().mapToInt(Parameter::size).sum();
  }

  public long fixedCount() {
    return layers.stream().mapToLong(Layer::fixedCount).sum();
  }

  public long connectionCount() {
    return layers.stream().mapToLong(Layer::connectionCount).sum();
  }

  /** Floating-point operations of one image's forward pass. */
  public long flops() {
    return layers.stream().mapToLong(Layer::flops).sum();
  }

  /**
   * The initial values of all parameters in canonical order: a pure function of the seed, each
   * tensor from a stream of its own.
   */
  public float[] initialParameters(long seed) {
    float[] values = new float[parameterCount()];
    for (Parameter parameter : parameters) {
      RandomStream random = new RandomStream(seed, "init/" + parameter.name());
      ParameterSpec spec = parameter.spec();
      int slice = spec.size() / spec.shape().getFirst();
      int place = parameter.offset();
      for (int fanIn : spec.fanIns()) {
        for (int i = 0; i < slice; i++) {
          values[place++] = parameter.initializer().value(random, fanIn, spec.fanOut());
        }
      }
    }
    return values;
  }

  @Override
  public String toString() {
    return layers.stream()
        .map(layer -> layer.name() + " " + layer.output())
        .collect(Collectors.joining(" → ", input + " → ", ""));
  }
}
