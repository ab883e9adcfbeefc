package org.lenetlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;

/** Compares what two programs of one network answer to one batch. */
final class Agreement {
  private final String where;
  private final Network network;
  private final Tolerance tolerance;
  private final Program actual;
  private final Program expected;
  private final Batch batch;
  private final float[] expectedOutputs;

  Agreement(String where, Network network, Program actual, Program expected, Batch batch) {
    this.where = where;
    this.network = network;
    this.actual = actual;
    this.expected = expected;
    this.batch = batch;
    this.expectedOutputs = outputs(expected);
    this.tolerance =
        Tolerance.of(network, batch.size()).withArguments(Tolerance.largest(expectedOutputs));
  }

  void checkAll() {
    checkOutputs();
    checkEvaluation();
    checkTraining();
    if (actual instanceof CurvatureProgram a && expected instanceof CurvatureProgram e) {
      tolerance.check(where + "curvature", curvature(a), curvature(e), network.parameters());
    }
  }

  void checkOutputs() {
    tolerance.check(where + "outputs", outputs(actual), expectedOutputs);
  }

  private float[] outputs(Program program) {
    float[] outputs = new float[batch.size() * network.classes()];
    program.forward(batch, outputs);
    return outputs;
  }

  void checkEvaluation() {
    Scores actualScores = Scores.withPredictions(batch.size());
    Scores expectedScores = Scores.withPredictions(batch.size());
    actual.evaluate(batch, actualScores);
    expected.evaluate(batch, expectedScores);
    assertThat(actualScores.predictions())
        .as(where + "predicted classes")
        .containsExactly(expectedScores.predictions());
    checkScores("evaluation", actualScores, expectedScores);
  }

  void checkTraining() {
    Scores actualScores = Scores.sums();
    Scores expectedScores = Scores.sums();
    actual.trainBatch(batch, actualScores);
    expected.trainBatch(batch, expectedScores);
    checkScores("training", actualScores, expectedScores);
    tolerance.check(
        where + "gradient", actual.gradients(), expected.gradients(), network.parameters());
  }

  private void checkScores(String mode, Scores actualScores, Scores expectedScores) {
    assertThat(actualScores.count())
        .as(where + "examples scored in " + mode)
        .isEqualTo(batch.size());
    double scale = Tolerance.largest(expectedOutputs);
    tolerance.check(
        where + "loss in " + mode, actualScores.meanLoss(), expectedScores.meanLoss(), scale);
  }

  private float[] curvature(CurvatureProgram program) {
    float[] sum = new float[program.vectorLength()];
    program.addCurvature(batch, sum);
    return program.toCanonical(sum);
  }
}
