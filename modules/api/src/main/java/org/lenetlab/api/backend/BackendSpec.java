package org.lenetlab.api.backend;

import java.util.Set;

/**
 * A registered backend. Open: plugins add records without components. The spec itself is harmless
 * to load anywhere; what needs JVM flags or native libraries is loaded by {@link #create}.
 */
public interface BackendSpec {

  /** The devices that it has code for. */
  Set<Device> devices();

  /**
   * One line saying what is missing to run on {@code device} here, and the cure; empty if it can
   * run.
   */
  String missing(Device device);

  /**
   * The extension that holds the code for {@code device}, which is built and fetched when it is
   * used first; empty for none.
   */
  default String extension(Device device) {
    return "";
  }

  /**
   * The backend on {@code device}.
   *
   * @param threads how many threads it may use, at least 1
   */
  Backend create(Device device, int threads);

  /**
   * Counted up by hand whenever a change of the backend changes the bits of a result; part of a
   * run's identity.
   */
  int numerics();

  /** Whether it has curvature, for optimizers that need it. */
  boolean hasCurvature();

  /** Whether the thread count changes bits, and so belongs to a run's identity. */
  default boolean threadsChangeResults() {
    return false;
  }

  /** Among those that can run on the device, the largest is the default. */
  int preference(Device device);
}
