package org.lenetlab.app.cli;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.fault.MachineFault;

/** A fault of the machine, such as a full disk or a missing device. The message names the cure. */
public final class MachineException extends MachineFault {
  private static final long serialVersionUID = 1L;

  public MachineException(String message) {
    this(message, null);
  }

  public MachineException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
