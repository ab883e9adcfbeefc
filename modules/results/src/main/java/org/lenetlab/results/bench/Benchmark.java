package org.lenetlab.results.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.store.Environment;

/**
 * How fast an experiment trains on this machine.
 *
 * @param dataset its title
 * @param network its layers and shapes
 * @param backend its name and device, such as {@code simd on cpu}
 * @param environment the machine, and how many threads were used
 * @param peak what the processor can do at most; null where the backend cannot measure it
 * @param training forward, loss, backward and update, over shuffled images in memory
 * @param forward the outputs alone
 * @param allocatedBytesPerStep by all threads, within an epoch
 * @param ops each op of a training step; empty where the backend cannot measure them
 * @param otherNanosPerImage thread time of a training step outside its ops: gathering the batch,
 *     loss, update, waiting; null without ops
 */
public record Benchmark(
    String experiment,
    String dataset,
    String network,
    int batchSize,
    String backend,
    Environment environment,
    @Nullable Peak peak,
    Pace training,
    Pace forward,
    long allocatedBytesPerStep,
    List<OpPace> ops,
    @Nullable Double otherNanosPerImage) {

  public Benchmark {
    ops = List.copyOf(ops);
  }

  /**
   * Floating-point operations per second of a processor that does nothing but multiply-adds in
   * registers.
   *
   * @param oneThread one thread's
   * @param allThreads those of all threads together
   */
  public record Peak(double oneThread, double allThreads) {}

  /**
   * A rate.
   *
   * @param imagesPerSecond the median of the measurements
   * @param measurements in images per second, in the order in which they were made
   * @param flopsPerImage multiply-adds of layers with weights, each counted as two
   */
  public record Pace(double imagesPerSecond, List<Double> measurements, long flopsPerImage) {
    public Pace {
      measurements = List.copyOf(measurements);
    }

    /** Floating-point operations per second. */
    public double flopsPerSecond() {
      return imagesPerSecond * flopsPerImage;
    }
  }

  /**
   * One op of a training step, or some that are computed together. Times are those of the threads
   * that work on it, added up.
   *
   * @param layer its layer's name
   * @param what it does, in a few words
   */
  public record OpPace(
      String layer,
      String what,
      double forwardNanosPerImage,
      double backwardNanosPerImage,
      long forwardFlops,
      long backwardFlops) {

    /** Thread time per image. */
    public double nanosPerImage() {
      return forwardNanosPerImage + backwardNanosPerImage;
    }

    /** Floating-point operations per second and thread. */
    public double flopsPerSecond() {
      return (forwardFlops + backwardFlops) * 1e9 / nanosPerImage();
    }
  }
}
