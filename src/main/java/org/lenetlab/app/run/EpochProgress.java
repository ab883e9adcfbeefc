package org.lenetlab.app.run;

import java.util.List;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.app.cli.Console;
import org.lenetlab.results.store.RunRecord;

/** A line for every epoch of the runs of one study. */
final class EpochProgress implements Progress {
  private final Screen screen;
  private final EpochLines lines;

  /**
   * @param runs of the study that are to be trained
   */
  EpochProgress(Console console, Study study, List<Run> runs) {
    int epochs = study.experiment().training().epochs();
    long images = (long) runs.size() * epochs * study.subject().training();
    screen = new Screen(console, study.experiment().name(), images);
    lines = new EpochLines(study.data().validation() > 0, epochs, runs.size() * epochs);
    screen.println(lines.header());
  }

  @Override
  public RunListener begin(Run run) {
    return new RunLines(screen, lines, run.seed());
  }

  @Override
  public void tell(Run run, String words) {
    screen.println("seed " + run.seed() + " " + words);
  }

  @Override
  public void end(Run run, RunRecord record) {}

  @Override
  public void close() {
    screen.close();
  }
}
