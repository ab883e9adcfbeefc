package org.lenetlab.app.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.SpeedProbe;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.app.machine.BackendChoice;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.plugin.Extension;

/** A guess at how long trials take here, from a short probe of a few of them. */
final class TimeEstimate {
  private static final int MOST_PROBES = 4;

  private final BackendResolver backends;
  private final List<Checked> trials;
  private final int cores = Runtime.getRuntime().availableProcessors();

  /**
   * @param trials whose networks and data are known
   */
  TimeEstimate(BackendResolver backends, List<Checked> trials) {
    this.backends = backends;
    this.trials = trials;
  }

  /**
   * In words: {@code about 3 min on simd, at 12,000 images/s}. A probe installs nothing: without
   * the extension that a trial needs, the words say so.
   *
   * @throws MachineException if a trial cannot run here
   */
  @Override
  public String toString() {
    return missing()
        .map(name -> "its time is not known before its first run, which installs " + name)
        .orElseGet(() -> trials.size() == 1 ? ofOne(trials.getFirst()) : ofMany());
  }

  private Optional<String> missing() {
    return trials.stream()
        .map(this::choice)
        .filter(choice -> !choice.extension().map(Extension::isInstalled).orElse(true))
        .map(BackendChoice::name)
        .findFirst();
  }

  private String ofOne(Checked trial) {
    BackendChoice choice = choice(trial);
    double rate = rate(trial, cores);
    return String.format(
        Locale.ROOT,
        "about %s on %s, at %,.0f images/s",
        Workload.words(work(trial).secondsAt(rate)),
        choice.name(),
        rate);
  }

  /** As many trials at once as there are cores, the unmeasured ones as fast as the one before. */
  private String ofMany() {
    int probes = Math.min(MOST_PROBES, trials.size());
    double seconds = 0;
    double rate = 0;
    int probed = -1;
    for (int i = 0; i < trials.size(); i++) {
      int probe = i * probes / trials.size();
      if (probe != probed) {
        rate = rate(trials.get(i), 1);
        probed = probe;
      }
      seconds += work(trials.get(i)).secondsAt(rate);
    }
    return "about %s with %d trials at once, from a probe of %d trials"
        .formatted(Workload.words(seconds / cores), Math.min(cores, trials.size()), probes);
  }

  private BackendChoice choice(Checked trial) {
    Experiment experiment = trial.complete().experiment();
    return backends.resolve(experiment.device(), experiment.backend());
  }

  private double rate(Checked trial, int threads) {
    return SpeedProbe.imagesPerSecond(
        trial.complete().experiment(), trial.requireNetwork(), choice(trial).create(threads));
  }

  private static Workload work(Checked trial) {
    return Workload.of(trial.complete().experiment(), trial.data().orElseThrow());
  }
}
