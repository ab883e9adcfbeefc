package org.lenetlab.api.experiment;

/** Receives a training's events, on the training's thread. */
@FunctionalInterface
public interface RunListener {
  void on(RunEvent event);
}
