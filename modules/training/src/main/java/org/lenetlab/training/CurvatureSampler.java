package org.lenetlab.training;

import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.optimizer.CurvatureSource;

/** Estimates curvature on training examples drawn anew for each epoch. */
final class CurvatureSampler implements CurvatureSource {
  private final TrainingPlan plan;
  private final Subset training;
  private final Program program;
  private final int epoch;

  CurvatureSampler(TrainingPlan plan, Subset training, Program program, int epoch) {
    this.plan = plan;
    this.training = training;
    this.program = program;
    this.epoch = epoch;
  }

  @Override
  public float[] diagonal(int samples) {
    if (!(program instanceof CurvatureProgram curvature)) {
      throw new UnsupportedOperationException("the backend cannot estimate curvature");
    }
    float[] diagonal = new float[program.vectorLength()];
    Pass pass = Pass.curvature(plan, training, epoch, samples, Trainer.EVALUATION_BATCH);
    Batch batch = pass.newBatch();
    for (int i = 0; i < pass.batches(); i++) {
      pass.begin(i, batch);
      curvature.addCurvature(batch, diagonal);
    }
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] /= samples;
    }
    return diagonal;
  }
}
