package org.lenetlab.app.check;

import java.util.Optional;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.ArchitectureBlock;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.app.config.Draft;

/**
 * Plans the network of an experiment for its images. MNIST's have 28×28 pixels, the published
 * LeNet-5 takes 32×32 (LeCun et al. 1998, section II-B): where padding would help, it says so.
 */
final class NetworkPlan {
  private static final int PUBLISHED_SIDE = 32;

  private NetworkPlan() {}

  /**
   * The network; nothing, and findings that say why, where there is none. A network that only needs
   * larger images is planned for them, beside the finding, so that its other problems are found in
   * the same go.
   */
  static Optional<Network> of(Draft draft, DatasetInfo info, Findings findings) {
    DatasetBlock dataset = draft.part("dataset", DatasetBlock.class).orElseThrow();
    Optional<ArchitectureBlock> architecture = draft.part("architecture", ArchitectureBlock.class);
    Shape input;
    try {
      input = dataset.preparedShape(info.shape());
    } catch (SpecException e) {
      findings.errors(e, "dataset");
      return Optional.empty();
    }
    int classes = info.classes().size();
    try {
      return architecture.map(block -> block.plan(input, classes));
    } catch (SpecException e) {
      Optional<Network> padded = architecture.flatMap(block -> padded(block, input, classes));
      String hint = padded.isPresent() ? padding(input, dataset) : "";
      findings.errors(e, "architecture", hint);
      return padded;
    }
  }

  private static Optional<Network> padded(ArchitectureBlock block, Shape input, int classes) {
    if (input.height() != input.width() || margin(input) < 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          block.plan(new Shape(input.channels(), side(input), side(input)), classes));
    } catch (SpecException e) {
      return Optional.empty(); // the size is not what is wrong
    }
  }

  private static int margin(Shape input) {
    return (PUBLISHED_SIDE - input.width()) / 2;
  }

  private static int side(Shape input) {
    return input.width() + 2 * margin(input);
  }

  private static String padding(Shape input, DatasetBlock dataset) {
    return "it fits images of %d×%d: dataset.transform: [{pad: %d}%s]"
        .formatted(
            side(input), side(input), margin(input), dataset.transform().isEmpty() ? "" : ", …");
  }
}
