package org.lenetlab.safetensors;

import org.jspecify.annotations.Nullable;

/**
 * A safetensors file cannot be read, breaks the format, or lacks what was asked of it. The message
 * names the file, the tensor, what was expected and found.
 */
public final class SafetensorsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SafetensorsException(String message) {
    this(message, null);
  }

  SafetensorsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
