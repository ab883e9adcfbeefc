package org.lenetlab.app.run;

import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunEvent.EpochFinished;
import org.lenetlab.api.experiment.RunEvent.RunFailed;
import org.lenetlab.api.experiment.RunEvent.RunFinished;
import org.lenetlab.api.experiment.RunEvent.RunStarted;
import org.lenetlab.api.experiment.RunEvent.StepLogged;
import org.lenetlab.api.experiment.RunListener;

/** Tells on the screen how a run goes. */
final class RunLines implements RunListener {
  private final Screen screen;
  private final EpochLines lines;
  private final long seed;
  private int stepsPerEpoch;

  RunLines(Screen screen, EpochLines lines, long seed) {
    this.screen = screen;
    this.lines = lines;
    this.seed = seed;
  }

  @Override
  public void onStep(int epoch, int step, double loss, int correct, int count) {
    screen.step(loss, count);
  }

  @Override
  public void on(RunEvent event) {
    switch (event) {
      case RunStarted started -> begin(started);
      case StepLogged step -> screen.println(lines.step(seed, step, stepsPerEpoch));
      case EpochFinished epoch -> screen.println(lines.epoch(seed, epoch.metrics()));
      case RunFinished _ -> {}
      case RunFailed _ -> {} // told by whoever decides what becomes of it
    }
  }

  private void begin(RunStarted started) {
    stepsPerEpoch = started.stepsPerEpoch();
    if (started.finishedEpochs() > 0) {
      lines.skip(started.finishedEpochs());
      screen.skip((long) started.finishedEpochs() * started.trainingExamples());
      screen.println(
          "seed %d goes on after epoch %d of %d"
              .formatted(seed, started.finishedEpochs(), started.epochs()));
    }
  }
}
