package org.lenetlab.results.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.network.Shape;

/**
 * What is known of a run: the content of its {@code run.json}.
 *
 * @param format of the file; 1
 * @param experiment the experiment's name
 * @param hash of the identity
 * @param axes what a sweep chose for this run's trial, by axis, in the file's order; empty without
 *     a sweep. Not part of the identity
 * @param started when the run was first begun, ISO 8601
 * @param outcome null until the run is finished
 * @param failure why it broke off by itself; null if it did not
 */
public record RunRecord(
    int format,
    String experiment,
    String hash,
    Identity identity,
    Map<String, String> axes,
    Subject subject,
    Environment environment,
    String started,
    @Nullable Outcome outcome,
    @Nullable String failure) {
  /** The format that this program writes. */
  public static final int FORMAT = 1;

  /** How a failure begins that a mistake of this program is behind. */
  private static final String BUG = "a bug, please report it: ";

  /**
   * What was trained on what, in words and counts.
   *
   * @param dataset its title
   * @param training number of examples of an epoch
   * @param validation number of examples
   * @param test number of examples
   * @param parameters trainable values of the network
   * @param connections as LeCun et al. 1998 count them
   * @param flops of one image's forward pass
   * @param image the shape of an image as the dataset stores it; null in records of earlier
   *     versions
   * @param classes the names of the classes, in the order of the labels; null as above
   */
  public record Subject(
      String dataset,
      int training,
      int validation,
      int test,
      long parameters,
      long connections,
      long flops,
      @Nullable Shape image,
      @Nullable List<String> classes) {}

  /**
   * How a run ended.
   *
   * @param finished when, ISO 8601
   * @param epochs the figures of all epochs
   * @param chosenEpoch whose parameters were kept: the last, or early stopping's choice
   * @param parametersHash of the parameters that were kept, {@link Hashes#of(float[])}
   */
  public record Outcome(
      String finished, List<EpochMetrics> epochs, int chosenEpoch, String parametersHash) {
    public Outcome {
      epochs = List.copyOf(Objects.requireNonNull(epochs, "no epochs"));
      if (chosenEpoch < 1 || chosenEpoch > epochs.size()) {
        throw new IllegalArgumentException(
            "chosenEpoch " + chosenEpoch + " of " + epochs.size() + " epochs");
      }
    }

    /** The figures of the chosen epoch. */
    public EpochMetrics chosen() {
      return epochs.get(chosenEpoch - 1);
    }

    /** Wall time of all epochs with their evaluations. */
    public long wallMillis() {
      return epochs.stream().mapToLong(e -> e.trainingMillis() + e.evaluationMillis()).sum();
    }

    /** Training images per second, over all epochs. */
    public double imagesPerSecond() {
      long millis = epochs.stream().mapToLong(EpochMetrics::trainingMillis).sum();
      long images = epochs.stream().mapToLong(e -> e.training().count()).sum();
      return 1000.0 * images / Math.max(1, millis);
    }
  }

  /** A run that begins now. */
  public static RunRecord begun(
      String experiment,
      Identity identity,
      Map<String, String> axes,
      Subject subject,
      Environment environment,
      String started) {
    return new RunRecord(
        FORMAT,
        experiment,
        identity.hash(),
        identity,
        axes,
        subject,
        environment,
        started,
        null,
        null);
  }

  public RunRecord {
    axes =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(Objects.requireNonNullElse(axes, Map.of())));
    if (format != FORMAT) {
      throw new IllegalArgumentException("format " + format + ", expected " + FORMAT);
    }
    Objects.requireNonNull(experiment, "no experiment");
    Objects.requireNonNull(hash, "no hash");
    Objects.requireNonNull(identity, "no identity");
    Objects.requireNonNull(subject, "no subject");
    Objects.requireNonNull(environment, "no environment");
    Objects.requireNonNull(started, "no start");
  }

  /** Whether it broke off by a mistake of this program, not by what it was to train. */
  public boolean isBug() {
    return failure != null && failure.startsWith(BUG);
  }

  public boolean isFinished() {
    return outcome != null;
  }

  /** The first 12 digits of the hash, by which commands name a run. */
  public String id() {
    return hash.substring(0, Math.min(hash.length(), 12));
  }

  /** The same run as a trial of another sweep. */
  public RunRecord withAxes(Map<String, String> others) {
    return new RunRecord(
        format,
        experiment,
        hash,
        identity,
        others,
        subject,
        environment,
        started,
        outcome,
        failure);
  }

  /** The same run, finished. */
  public RunRecord finished(Outcome how) {
    return new RunRecord(
        format, experiment, hash, identity, axes, subject, environment, started, how, null);
  }

  /** The same run, broken off by itself. */
  public RunRecord failed(String why) {
    return new RunRecord(
        format, experiment, hash, identity, axes, subject, environment, started, null, why);
  }

  /** The same run, broken off by a mistake of this program. */
  public RunRecord failedByBug(Throwable bug) {
    return failed(BUG + bug);
  }
}
