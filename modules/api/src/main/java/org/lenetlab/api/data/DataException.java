package org.lenetlab.api.data;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.fault.MachineFault;

/**
 * Data is missing, broken or cannot be fetched. The message names the file, what was expected and
 * found, and the cure.
 */
public final class DataException extends MachineFault {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    this(message, null);
  }

  public DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
