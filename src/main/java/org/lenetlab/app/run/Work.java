package org.lenetlab.app.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.DataAccess;

/**
 * A run on its way to another machine.
 *
 * @param experiment the resolved file
 * @param axes of its trial, in their order
 * @param identity as JSON
 * @param pause the epoch after which it is paused
 * @param threads to train it with
 * @param commit of the sender's checkout
 * @param data where it is looked for
 * @param files what the run has left so far
 */
record Work(
    String experiment,
    LinkedHashMap<String, String> axes,
    String identity,
    int pause,
    int threads,
    String commit,
    Data data,
    HashMap<String, byte[]> files)
    implements Serializable {

  /** A {@link DataAccess} as text, with absolute paths. */
  record Data(ArrayList<String> folders, @Nullable URI mirror, String base, boolean offline)
      implements Serializable {

    static Data of(DataAccess access) {
      List<String> folders = access.folders().stream().map(Data::absolute).toList();
      return new Data(
          new ArrayList<>(folders), access.mirror(), absolute(access.base()), access.offline());
    }

    private static String absolute(Path path) {
      return path.toAbsolutePath().normalize().toString();
    }

    DataAccess access() {
      List<Path> paths = folders.stream().map(Path::of).toList();
      Path here = Path.of(base);
      return new DataAccess(paths, here, mirror, here, offline, progress -> {});
    }
  }

  /**
   * What comes back.
   *
   * @param files of the run; none after a fault
   * @param told for the user, in order
   * @param fault of the machine that worked on it; null for none
   */
  record Done(HashMap<String, byte[]> files, ArrayList<String> told, @Nullable String fault)
      implements Serializable {

    static Done of(Map<String, byte[]> files, Collection<String> told) {
      return new Done(new HashMap<>(files), new ArrayList<>(told), null);
    }

    static Done fault(String words) {
      return new Done(new HashMap<>(), new ArrayList<>(), words);
    }
  }

  static byte[] pack(Serializable parcel) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(parcel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static <T> T unpack(byte[] bytes, Class<T> type) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return type.cast(in.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("both ends have the same classes", e);
    }
  }
}
