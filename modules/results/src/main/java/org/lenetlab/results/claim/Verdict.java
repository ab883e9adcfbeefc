package org.lenetlab.results.claim;

/** What is to be said of a claim. */
public enum Verdict {
  REPRODUCED("reproduced"),
  NOT_REPRODUCED("not reproduced"),
  NEEDS_SEEDS("needs " + Judge.SEEDS + " seeds"),
  NOT_MEASURED("not measured");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** As tables say it. */
  @Override
  public String toString() {
    return text;
  }
}
