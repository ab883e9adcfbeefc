package org.lenetlab.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The content of a safetensors file: tensors by name, and text metadata.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class Safetensors {
  private static final int NAMES_IN_MESSAGES = 20;

  private final String source;
  private final Map<String, String> metadata;
  private final Map<String, Tensor> tensors;

  /**
   * Content made in memory.
   *
   * @throws IllegalArgumentException if two tensors have the same name
   */
  public Safetensors(Map<String, String> metadata, Collection<Tensor> tensors) {
    this("", metadata, tensors);
  }

  Safetensors(String source, Map<String, String> metadata, Collection<Tensor> tensors) {
    this.source = source;
    this.metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    Map<String, Tensor> byName = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      if (byName.put(tensor.name(), tensor) != null) {
        throw new IllegalArgumentException("two tensors are called '" + tensor.name() + "'");
      }
    }
    this.tensors = Collections.unmodifiableMap(byName);
  }

  /**
   * Reads a whole file.
   *
   * @throws SafetensorsException if it cannot be read or breaks the format
   */
  public static Safetensors read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new SafetensorsException(file + ": no such file", e);
    } catch (IOException e) {
      throw new SafetensorsException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the content of a file.
   *
   * @param source names it in messages
   * @param file not copied, and not to be changed afterwards
   * @throws SafetensorsException if it breaks the format
   */
  public static Safetensors parse(String source, byte[] file) {
    return new SafetensorsReader(source, file).read();
  }

  /** The metadata of the header, sorted by key. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** All tensors by name, in the order of their data. */
  public Map<String, Tensor> tensors() {
    return tensors;
  }

  /** The tensor called {@code name}, or null. */
  public @Nullable Tensor find(String name) {
    return tensors.get(name);
  }

  /**
   * The tensor called {@code name}.
   *
   * @throws SafetensorsException if there is none
   */
  public Tensor get(String name) {
    Tensor tensor = find(name);
    if (tensor == null) {
      throw new SafetensorsException(
          "%sno tensor '%s'; it has %s".formatted(prefix(), name, list()));
    }
    return tensor;
  }

  private String prefix() {
    return source.isEmpty() ? "" : source + ": ";
  }

  private String list() {
    if (tensors.isEmpty()) {
      return "none";
    }
    List<String> names = tensors.keySet().stream().limit(NAMES_IN_MESSAGES).toList();
    int more = tensors.size() - names.size();
    return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
  }

  /** Writes the file. The stream is left open; who writes to disk sees to it that it is whole. */
  public void writeTo(OutputStream out) throws IOException {
    List<Tensor> ordered = SafetensorsHeader.order(tensors.values());
    out.write(SafetensorsHeader.bytes(metadata, ordered));
    WritableByteChannel channel = Channels.newChannel(out);
    for (Tensor tensor : ordered) {
      channel.write(tensor.data());
    }
  }
}
