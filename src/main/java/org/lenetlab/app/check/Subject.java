package org.lenetlab.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.OptimizerBlock;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.config.Draft;

/** What rules look at; whatever is wrong in itself is left out. */
record Subject(Draft draft, Optional<DatasetInfo> data, Optional<Network> network) {

  Optional<DatasetBlock> dataset() {
    return draft.part("dataset", DatasetBlock.class);
  }

  Optional<Loss> loss() {
    return draft.part("loss", Loss.class);
  }

  Optional<OptimizerBlock> optimizer() {
    return draft.part("optimizer", OptimizerBlock.class);
  }

  Optional<Training> training() {
    return draft.part("training", Training.class);
  }

  /** The expectations, each at its index. */
  List<Expectation> expectations() {
    List<Expectation> expectations = new ArrayList<>();
    for (Object item : draft.part("expect", List.class).orElse(List.of())) {
      expectations.add((Expectation) item);
    }
    return expectations;
  }
}
