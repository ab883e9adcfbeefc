package org.lenetlab.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.network.Initialization;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Targets;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.SpecException;

class TrainingPlanTest {
  private static final Loss CROSS_ENTROPY = new Loss.CrossEntropy(Fraction.ONE);
  private static final Loss RBF = new Loss.RbfMle(Fraction.ONE);

  @Test
  void rbfLossNeedsAnRbfHead() {
    assertThatThrownBy(() -> plan(Runs.plan(1).network(), RBF))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("loss: this loss is about distances to RBF targets");
  }

  @Test
  void rbfHeadNeedsAnRbfLoss() {
    assertThatThrownBy(() -> plan(withRbfHead(), CROSS_ENTROPY))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("loss: the network ends with distances to RBF targets");
  }

  private static void plan(Network network, Loss loss) {
    TrainingPlan plan = Runs.plan(1);
    new TrainingPlan(network, loss, plan.optimizer(), plan.training(), plan.data(), Runs.SEED);
  }

  private static Network withRbfHead() {
    Targets targets = new Targets(List.of(new float[16], new float[16], new float[16]));
    return Network.plan(
        (input, classes) -> List.of(image -> List.of(new SquaredDistance(image, targets))),
        PerLayer.all(new Initialization((random, fanIn, fanOut) -> 0, null, null)),
        Runs.SHAPE,
        Runs.CLASSES);
  }
}
