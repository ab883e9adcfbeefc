package org.lenetlab.app.config;

/** How grave a {@link Diagnostic} is; an error forbids running the experiment. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
