package org.lenetlab.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.Tensor;

/**
 * A short training that another program recorded, in one safetensors file.
 *
 * <ul>
 *   <li>{@code init/LAYER.weight}, {@code init/LAYER.bias}: the initial parameters. The weight of a
 *       convolution is [outputs, inputs, kernel, kernel], that of a dense layer [outputs, inputs].
 *       The network uses the convolutions first, each kind in the order of its names.
 *   <li>{@code input/i}, {@code label/i}: the batch of step i, from 0
 *   <li>{@code loss}: the mean cross-entropy of each step, before its update
 *   <li>{@code logits/0}, {@code grad0/LAYER.…}: the outputs and the gradients of step 0
 *   <li>{@code final/LAYER.…}: the parameters after the last step
 *   <li>metadata {@code optimizer}, such as {@code {"kind": "sgd", "lr": 0.9, "momentum": 0.0}},
 *       with PyTorch's names for all else
 * </ul>
 */
final class Recording {
  private static final Pattern SETTING =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*(?:\\[([^\\]]*)\\]|\"?([^\",}]+)\"?)");

  /** Of settings that switch something off which the replay does not know. */
  private static final Pattern NEUTRAL = Pattern.compile("0(\\.0*)?|[Ff]alse|null|None");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** A layer with parameters: its name, and the shape of its weight. */
  record RecordedLayer(String name, List<Integer> shape) {

    boolean isConvolution() {
      return shape.size() == 4;
    }
  }

  private final String name;
  private final Safetensors file;
  private final List<RecordedLayer> layers;
  private final Map<String, String> optimizer = new LinkedHashMap<>();

  Recording(String name, Safetensors file) {
    this.name = name;
    this.file = file;
    layers =
        file.tensors().values().stream()
            .filter(tensor -> tensor.name().matches("init/.*\\.weight"))
            .map(Recording::layer)
            .sorted(
                Comparator.comparing((RecordedLayer layer) -> !layer.isConvolution())
                    .thenComparing(layer -> padNumbers(layer.name)))
            .toList();
    Matcher matcher = SETTING.matcher(file.metadata().getOrDefault("optimizer", ""));
    while (matcher.find()) {
      String list = matcher.group(2);
      optimizer.put(matcher.group(1), (list == null ? matcher.group(3) : list).strip());
    }
  }

  private static RecordedLayer layer(Tensor weight) {
    String path = weight.name();
    return new RecordedLayer(
        path.substring(path.indexOf('/') + 1, path.lastIndexOf('.')), weight.shape());
  }

  /** So that conv10 comes after conv9. */
  private static String padNumbers(String name) {
    return NUMBER
        .matcher(name)
        .replaceAll(digits -> "0".repeat(9 - digits.group().length()) + digits.group());
  }

  @Override
  public String toString() {
    return name;
  }

  List<RecordedLayer> layers() {
    return layers;
  }

  Shape input() {
    List<Integer> shape = file.get("input/0").shape();
    return shape.size() == 2
        ? Shape.vector(shape.get(1))
        : new Shape(shape.get(1), shape.get(2), shape.get(3));
  }

  double[] losses() {
    return file.get("loss").doubles();
  }

  float[] firstOutputs() {
    return file.get("logits/0").floats();
  }

  /** The tensors {@code PREFIX/LAYER.weight} and {@code PREFIX/LAYER.bias} in canonical order. */
  float[] parameters(String prefix, Network network) {
    float[] values = new float[network.parameterCount()];
    int next = 0;
    for (RecordedLayer layer : layers) {
      for (String role : new String[] {"weight", "bias"}) {
        float[] tensor = file.get(prefix + "/" + layer.name + "." + role).floats();
        System.arraycopy(tensor, 0, values, next, tensor.length);
        next += tensor.length;
      }
    }
    return values;
  }

  Batch batch(int step) {
    float[] images = file.get("input/" + step).floats();
    long[] labels = file.get("label/" + step).longs();
    Batch batch = new Batch(labels.length, images.length / labels.length);
    System.arraycopy(images, 0, batch.images(), 0, images.length);
    for (int e = 0; e < labels.length; e++) {
      batch.labels()[e] = Math.toIntExact(labels[e]);
    }
    batch.begin(labels.length, 1);
    return batch;
  }

  boolean isAdam() {
    return kind().equals("adam");
  }

  float learningRate() {
    return (float) setting("lr", 0);
  }

  /** Whether the optimizer is one that {@link #optimizer} knows, with settings that it knows. */
  boolean canBeReplayed() {
    Set<String> known =
        switch (kind()) {
          case "sgd" -> Set.of("kind", "lr", "momentum", "nesterov", "weight_decay");
          case "adam" -> Set.of("kind", "lr", "beta1", "beta2", "betas", "eps", "weight_decay");
          default -> Set.of();
        };
    return !known.isEmpty()
        && optimizer.entrySet().stream()
            .allMatch(
                setting ->
                    known.contains(setting.getKey())
                        || NEUTRAL.matcher(setting.getValue()).matches());
  }

  /** A new optimizer as recorded; what is not recorded is as in PyTorch. */
  Optimizer optimizer(int size) {
    double weightDecay = setting("weight_decay", 0);
    if (isAdam()) {
      String[] betas = optimizer.getOrDefault("betas", "0.9, 0.999").split(",", -1);
      double beta1 = setting("beta1", Double.parseDouble(betas[0]));
      double beta2 = setting("beta2", Double.parseDouble(betas[1]));
      return new PlainAdam(size, beta1, beta2, setting("eps", 1e-8), weightDecay);
    }
    boolean nesterov = optimizer.getOrDefault("nesterov", "false").equalsIgnoreCase("true");
    return new PlainMomentum(size, setting("momentum", 0), nesterov, weightDecay);
  }

  private String kind() {
    return optimizer.getOrDefault("kind", "unknown");
  }

  private double setting(String key, double otherwise) {
    String value = optimizer.get(key);
    return value == null ? otherwise : Double.parseDouble(value);
  }
}
