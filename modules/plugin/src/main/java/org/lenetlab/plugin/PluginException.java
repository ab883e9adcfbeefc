package org.lenetlab.plugin;

/** Plugins that cannot be used together. The message names them. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PluginException(String message) {
    super(message);
  }
}
