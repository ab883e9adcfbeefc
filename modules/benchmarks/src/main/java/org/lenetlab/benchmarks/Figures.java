package org.lenetlab.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.statistics.descriptive.Median;

/** Figures about whole processes: start, memory, two at once, a core that is taken away. */
final class Figures {
  /** Measurements of which the median is taken. */
  private static final int TURNS = 3;

  /**
   * How long two trainings are measured beside each other: long enough that the compilers of one,
   * which have no core of their own, do not count as the training of the other.
   */
  private static final double STEADY_SECONDS = 4;

  private static final Pattern FIRST_STEP = Pattern.compile("step 1 of ");
  private static final Pattern FIRST_EPOCH =
      Pattern.compile("^ *[0-9]+ +1/[0-9]+ .* ([0-9,]+) +[0-9:]+$");
  private static final String[] ONE_EPOCH = {
    "--set", "training.epochs=1", "--set", "training.log-every=1", "--set", "repeats=1"
  };

  private final Places places;
  private final LenetLab lenet;
  private final List<Peer> peers;
  private final PrintStream progress;
  private final Map<String, String> figures = new LinkedHashMap<>();

  Figures(Places places, LenetLab lenet, List<Peer> peers, PrintStream progress) {
    this.places = places;
    this.lenet = lenet;
    this.peers = peers;
    this.progress = progress;
  }

  /** All figures by what they are. */
  Map<String, String> measure() throws IOException {
    firstEpoch();
    article();
    peerStarts();
    twoTrainings();
    busyCore();
    return figures;
  }

  @FormatMethod
  private void add(String what, @FormatString String format, Object... values) {
    String figure = format.formatted(values);
    figures.put(what, figure);
    progress.println("  " + what + ": " + figure);
  }

  /**
   * When something happened in a process that trains, and the most memory that it had until then.
   */
  private record Moments(
      double firstStep, double firstEpoch, double end, String epochRate, long megabytes) {}

  private void firstEpoch() throws IOException {
    List<Moments> runs = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      runs.add(run(published("d2l", Column.A), ONE_EPOCH));
    }
    add(
        "LeNet Lab, process start to first training step (A)",
        "%.2f s",
        median(runs, Moments::firstStep));
    add(
        "LeNet Lab, process start to the end of the first epoch (A, 60,000 images)",
        "%.2f s",
        median(runs, Moments::firstEpoch));
    add(
        "LeNet Lab, that epoch alone",
        "%.2f s",
        median(runs, run -> 60_000 / Double.parseDouble(run.epochRate.replace(",", ""))));
    add(
        "LeNet Lab, peak resident memory (A)",
        "%d MB",
        runs.stream().mapToLong(Moments::megabytes).max().orElseThrow());
  }

  private static <T> double median(List<T> turns, ToDoubleFunction<T> figure) {
    return Median.withDefaults().evaluate(turns.stream().mapToDouble(figure).toArray());
  }

  private void article() throws IOException {
    add(
        "LeNet Lab, article simoniu, 5 epochs, process start to table",
        "%.1f s",
        run(published("simoniu", Column.C), "--set", "repeats=1").end);
  }

  /** An article's experiment; without published data its network on generated images. */
  private Path published(String article, Column otherwise) {
    return System.getenv("LENET_DATA") == null
        ? places.experiment(otherwise)
        : places.project().resolve("experiments/articles/" + article + ".yaml");
  }

  /** One training by {@code lenet run}, its output read as it comes. */
  private Moments run(Path file, String... options) throws IOException {
    Path results = Files.createTempDirectory(places.target(), "results");
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            places.lenet().toString(), "run", file.toString(), "--results", results.toString()));
    command.addAll(Arrays.asList(options));
    Path log = places.log("lenet-run");
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    double firstStep = Double.NaN;
    double firstEpoch = Double.NaN;
    String epochRate = "";
    long megabytes = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        double now = (System.nanoTime() - start) / 1e9;
        Matcher epoch = FIRST_EPOCH.matcher(line);
        if (FIRST_STEP.matcher(line).find() && Double.isNaN(firstStep)) {
          firstStep = now;
        } else if (epoch.find()) {
          firstEpoch = now;
          epochRate = epoch.group(1);
          megabytes = Memory.peakMegabytes(process.pid());
        }
      }
    }
    double end = (System.nanoTime() - start) / 1e9;
    if (Double.isNaN(firstEpoch)) {
      throw new IOException(String.join(" ", command) + " failed: see " + log);
    }
    try (var files = Files.walk(results)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    return new Moments(firstStep, firstEpoch, end, epochRate, megabytes);
  }

  private void peerStarts() {
    for (Peer peer : peers) {
      List<Double> starts = new ArrayList<>();
      long megabytes = 0;
      try {
        for (int i = 0; i < TURNS; i++) {
          try (PeerProcess process = peer.start(2)) {
            process.ask(Column.A, 0);
            starts.add(process.secondsSinceStart());
            process.ask(Column.A, 2);
            megabytes = Math.max(megabytes, process.peakMegabytes());
          }
        }
        add(
            peer.name() + ", start to first training step; peak resident memory (A)",
            "%.2f s; %d MB",
            median(starts, Double::doubleValue),
            megabytes);
      } catch (IOException e) {
        progress.println("  without " + peer.name() + ": " + e.getMessage());
      }
    }
  }

  private void twoTrainings() throws IOException {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      double alone = trainingRate(lenet.await(startOnOneThread()));
      Process first = startOnOneThread();
      Process second = startOnOneThread();
      double both = trainingRate(lenet.await(first)) + trainingRate(lenet.await(second));
      ratios.add(both / alone);
    }
    add(
        "LeNet Lab, two trainings on two cores against one (A)",
        "%.2f×",
        median(ratios, Double::doubleValue));
  }

  private Process startOnOneThread() throws IOException {
    return lenet.startBench(Column.A, STEADY_SECONDS, "--threads", "1");
  }

  private static double trainingRate(JsonNode report) {
    return LenetLab.rate(report, Column.A);
  }

  private void busyCore() throws IOException {
    double undisturbed = trainingRate(lenet.bench(Column.A));
    Map<String, Double> peersUndisturbed = new LinkedHashMap<>();
    Map<String, Double> peersDisturbed = new LinkedHashMap<>();
    for (Peer peer : peers) {
      measureQuietly(peer, peersUndisturbed);
    }
    Process spinning = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    try {
      add(
          "LeNet Lab, one core busy, against undisturbed (A)",
          "%.0f %%",
          100 * trainingRate(lenet.bench(Column.A)) / undisturbed);
      for (Peer peer : peers) {
        measureQuietly(peer, peersDisturbed);
      }
    } finally {
      spinning.destroy();
    }
    peersDisturbed.forEach(
        (name, rate) ->
            add(
                name + ", one core busy, against undisturbed (A)",
                "%.0f %%",
                100 * rate / peersUndisturbed.getOrDefault(name, Double.NaN)));
  }

  /** Nothing is said of a peer that is missing: that has been said. */
  private static void measureQuietly(Peer peer, Map<String, Double> into) {
    try {
      peer.warmUp(Column.A);
      into.put(peer.name(), peer.measure(Column.A));
    } catch (IOException e) {
      into.remove(peer.name());
    }
  }
}
