package org.lenetlab.app.config;

/** Whether a {@link Diagnostic} forbids running the experiment. */
public enum Severity {
  ERROR,
  WARNING
}
