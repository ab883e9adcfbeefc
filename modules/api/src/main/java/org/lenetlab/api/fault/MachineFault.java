package org.lenetlab.api.fault;

import org.jspecify.annotations.Nullable;

/**
 * Something around the program stands in its way, such as a full disk, missing data or a device
 * that is not there: the same command may succeed later or elsewhere. The message names the cure.
 */
public abstract class MachineFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected MachineFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
