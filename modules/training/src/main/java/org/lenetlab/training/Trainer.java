package org.lenetlab.training;

import java.util.Optional;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.DivergedException;
import org.lenetlab.api.experiment.RunEvent.RunFailed;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.api.experiment.RunResult;

/** Trains networks on a backend. */
public final class Trainer {
  /**
   * Examples per batch of an evaluation, a constant so that its sums never depend on the machine.
   */
  static final int EVALUATION_BATCH = 256;

  private final Backend backend;
  private final boolean prefetch;
  private final RunListener listener;

  /**
   * @param threads how many threads a run may use; with more than one, batches that the backend
   *     does not prepare on several threads are prepared ahead on a thread of their own, which
   *     changes no bit of the result
   * @param listener receives the events of every run
   */
  public Trainer(Backend backend, int threads, RunListener listener) {
    this.backend = backend;
    this.prefetch = threads > 1;
    this.listener = listener;
  }

  /**
   * Trains a run from its start, or goes on from a later checkpoint with the same bits.
   *
   * <p>If the current thread is interrupted, training ends before its next batch; the checkpoint of
   * the last finished epoch stays valid. Whatever ends it early is sent as {@link RunFailed} first.
   *
   * @param from {@link TrainingPlan#start()}, a start with other parameters ({@link
   *     Checkpoint#start}), or the checkpoint of an {@code EpochFinished} event of the same plan
   * @throws DivergedException if the loss is no longer a finite number
   * @throws InterruptedException if the thread was interrupted
   */
  public RunResult train(TrainingPlan plan, Checkpoint from) throws InterruptedException {
    return train(plan, from, plan.training().epochs()).orElseThrow();
  }

  /**
   * Trains a run as {@link #train(TrainingPlan, Checkpoint)} does, and pauses it after an epoch: it
   * can go on from its last checkpoint.
   *
   * @param epoch after which to pause, counted from the start of training
   * @return nothing if the run was paused
   */
  public Optional<RunResult> train(TrainingPlan plan, Checkpoint from, int epoch)
      throws InterruptedException {
    try (Program program = compile(plan)) {
      return new TrainingRun(plan, program, prefetch, listener).train(from, epoch);
    } catch (RuntimeException | Error | InterruptedException e) {
      report(e);
      throw e;
    }
  }

  private void report(Throwable failure) {
    try {
      listener.on(new RunFailed(failure));
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** The gradients of the run's first step, in canonical order. Sends no events. */
  public float[] firstGradients(TrainingPlan plan, Checkpoint from) {
    try (Program program = compile(plan)) {
      program.setParameters(from.parameters());
      Pass pass = Pass.training(plan, plan.data().split(plan.seed()).training(), 1);
      Batch batch = pass.newBatch();
      pass.begin(0, batch);
      program.trainBatch(batch, Scores.sums());
      return program.gradients();
    }
  }

  private Program compile(TrainingPlan plan) {
    int batchSize = Math.max(plan.training().batchSize(), EVALUATION_BATCH);
    return backend.compile(plan.network(), plan.loss(), batchSize, plan.seed());
  }
}
