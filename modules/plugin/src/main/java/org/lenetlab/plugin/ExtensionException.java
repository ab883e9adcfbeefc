package org.lenetlab.plugin;

import org.lenetlab.api.fault.MachineFault;

/** An extension that cannot be installed here. The message names the cure. */
public final class ExtensionException extends MachineFault {
  private static final long serialVersionUID = 1L;

  ExtensionException(String message) {
    super(message, null);
  }
}
