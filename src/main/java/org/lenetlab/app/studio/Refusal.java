package org.lenetlab.app.studio;

/** A request that cannot be fulfilled, and the HTTP status that says so. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * A refusal.
   *
   * @param status 4xx
   * @param message for the person before the page
   */
  Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
