package org.lenetlab.app.check;

import java.nio.file.Path;
import org.lenetlab.api.experiment.ArchitectureBlock;
import org.lenetlab.api.experiment.InitialWeights;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.trained.WeightsReader;

/** The file of initial weights, without which nothing can be trained, holds the network's. */
final class WeightsRule implements Rule {
  private final Path folder;

  /**
   * @param folder that relative paths start from
   */
  WeightsRule(Path folder) {
    this.folder = folder;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .network()
        .ifPresent(
            network ->
                subject
                    .draft()
                    .part("architecture", ArchitectureBlock.class)
                    .map(ArchitectureBlock::weights)
                    .ifPresent(weights -> check(weights, network, findings)));
  }

  private void check(InitialWeights weights, Network network, Findings findings) {
    findings.require(
        "architecture", () -> WeightsReader.read(folder.resolve(weights.file()), weights, network));
  }
}
