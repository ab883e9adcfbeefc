package org.lenetlab.plugin;

/** An extension that cannot be installed here. The message names the cure. */
public final class ExtensionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExtensionException(String message) {
    super(message);
  }
}
