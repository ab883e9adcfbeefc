package org.lenetlab.app.cli;

import org.jspecify.annotations.Nullable;

/**
 * The user's mistake. The message is all that is shown, as it is: where, what was expected, and
 * what was probably meant; it may have several lines.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    this(message, null);
  }

  public UserException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
