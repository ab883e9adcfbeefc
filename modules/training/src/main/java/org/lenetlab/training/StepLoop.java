package org.lenetlab.training;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.optimizer.Optimizer;

/**
 * The steps of a run, epoch after epoch without end, as {@link Trainer} takes them, but without
 * evaluations and events: for measuring how fast they are.
 */
public final class StepLoop implements AutoCloseable {
  private final TrainingPlan plan;
  private final Program program;
  private final boolean prefetch;
  private final Subset examples;
  private final Optimizer optimizer;
  private final Scores scores = Scores.sums();
  private final float[] outputs;
  private @Nullable Loading training;
  private @Nullable Loading forward;
  private int epoch;
  private float rate;

  /** The batches of one pass, and how many of them were taken. */
  private static final class Loading implements AutoCloseable {
    private final int batches;
    private final BatchLoader loader;
    private int taken;

    Loading(Pass pass, boolean prefetch) {
      batches = pass.batches();
      loader = BatchLoader.of(pass, prefetch);
    }

    boolean isOver() {
      return taken == batches;
    }

    Batch next() {
      taken++;
      return loader.next();
    }

    @Override
    public void close() {
      loader.close();
    }
  }

  /**
   * A loop with the parameters that {@code program} has.
   *
   * @param threads with more than one, batches that the program does not prepare on several threads
   *     are prepared ahead on a thread of their own
   */
  public StepLoop(TrainingPlan plan, Program program, int threads) {
    this.plan = plan;
    this.program = program;
    int batchSize = plan.training().batchSize();
    prefetch = threads > 1 && !program.preparesImages(batchSize);
    examples = plan.data().split(plan.seed()).training();
    optimizer = plan.optimizer().method().create(program.vectorLength());
    outputs = new float[batchSize * plan.network().classes()];
  }

  /** Trains on the next {@code steps} batches; returns the number of their images. */
  public long train(int steps) {
    long images = 0;
    for (int i = 0; i < steps; i++) {
      Batch batch = nextTraining();
      scores.reset();
      program.trainBatch(batch, scores);
      program.update(optimizer, rate);
      images += batch.size();
    }
    return images;
  }

  private Batch nextTraining() {
    if (training == null || training.isOver()) {
      close();
      epoch++;
      int epochs = plan.training().epochs();
      rate = (float) plan.optimizer().learningRate().rate(Math.min(epoch, epochs), epochs);
      optimizer.beforeEpoch(epoch, new CurvatureSampler(plan, examples, program, epoch));
      training = new Loading(Pass.training(plan, examples, epoch), prefetch);
    }
    return training.next();
  }

  /**
   * Computes the outputs of the next {@code steps} batches of the training images, as large as
   * those of the training, in stored order and as they are; returns the number of their images.
   */
  public long forward(int steps) {
    long images = 0;
    for (int i = 0; i < steps; i++) {
      Batch batch = nextForward();
      program.forward(batch, outputs);
      images += batch.size();
    }
    return images;
  }

  /** Never prepared ahead: a pass through few images would be over before its thread runs. */
  private Batch nextForward() {
    if (forward == null || forward.isOver()) {
      forward = new Loading(Pass.evaluation(examples, plan.training().batchSize()), false);
    }
    return forward.next();
  }

  /** Ends preparing batches. */
  @Override
  public void close() {
    if (training != null) {
      training.close();
      training = null;
    }
  }
}
