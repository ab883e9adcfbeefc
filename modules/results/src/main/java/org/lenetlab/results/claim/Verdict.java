package org.lenetlab.results.claim;

/** What is to be said of a claim. */
public enum Verdict {
  REPRODUCED("reproduced"),
  NOT_REPRODUCED("not reproduced"),
  NEEDS_SEEDS("needs " + Judge.SEEDS + " seeds"),
  NOT_MEASURED("not measured"),
  /** The source has no figure that ours could be judged by. */
  NO_FIGURE("no figure published");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** Whether the claim holds, or there is nothing to hold. */
  public boolean holds() {
    return this == REPRODUCED || this == NO_FIGURE;
  }

  /** As tables say it. */
  @Override
  public String toString() {
    return text;
  }
}
