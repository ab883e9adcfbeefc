package org.lenetlab.app.cli;

/** What the process tells its caller. */
public enum ExitCode {
  SUCCESS(0),
  BUG(1),
  USER_MISTAKE(2),
  MACHINE_FAULT(3),
  /** Everything was done, and a published figure was not reproduced. */
  NOT_REPRODUCED(4),
  /** Ctrl-C, as shells count it: 128 + SIGINT. */
  INTERRUPTED(130);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The process's exit status. */
  public int status() {
    return status;
  }
}
