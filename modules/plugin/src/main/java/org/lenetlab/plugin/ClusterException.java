package org.lenetlab.plugin;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.fault.MachineFault;

/** A cluster that cannot be reached or does not do its work. The message names the cure. */
public final class ClusterException extends MachineFault {
  private static final long serialVersionUID = 1L;

  public ClusterException(String message) {
    this(message, null);
  }

  public ClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
