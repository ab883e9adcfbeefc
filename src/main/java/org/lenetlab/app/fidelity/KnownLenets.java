package org.lenetlab.app.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.machine.DataOptions;

/**
 * The networks that go by the name of LeNet: copies of the project's own experiment files, which
 * are built into the program.
 */
final class KnownLenets {
  /** Where the copies are, beside this class. */
  private static final String REFERENCE = "lenet5-classic.yaml";

  private final List<Known> all;

  private KnownLenets(List<Known> all) {
    this.all = all;
  }

  /**
   * One of them.
   *
   * @param title what people call it
   * @param file below {@code experiments}
   */
  record Known(String title, String file, Subject subject) {}

  private record Entry(String title, String file) {}

  /** Where two are equally near, the first is the better guess. */
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("LeNet-5 as published (LeCun et al. 1998)", REFERENCE),
          new Entry("LeNet-4 (dense reading of LeCun et al. 1998)", "lenet4.yaml"),
          new Entry("LeNet-1 as published (LeCun et al. 1990)", "lenet1.yaml"),
          new Entry(
              "the common rewrite of LeNet-5, on 32×32 or padded images",
              "lenet5-modern-mnist.yaml"),
          new Entry(
              "the common rewrite of LeNet-5, on 28×28 images without padding",
              "articles/coting.yaml"),
          new Entry("the 20-50-500 network of the Caffe examples", "lenet-caffe.yaml"));

  /** Reads and plans all of them. */
  static KnownLenets read(ExperimentCheck check, CommandLine line) {
    URL reference = Objects.requireNonNull(KnownLenets.class.getResource(REFERENCE));
    try {
      if (reference.openConnection() instanceof JarURLConnection connection) {
        Path jar = Path.of(connection.getJarFileURL().toURI());
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
          return in(content.getPath(connection.getEntryName()), check, line);
        }
      }
      return in(Path.of(reference.toURI()), check, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a file: " + reference, e);
    }
  }

  private static KnownLenets in(Path reference, ExperimentCheck check, CommandLine line) {
    List<Known> all = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      Path path = reference.resolveSibling(entry.file);
      Checked file = check.check(path, List.of(), DataOptions.access(line, path, progress -> {}));
      all.add(new Known(entry.title, entry.file, Subject.of(file)));
    }
    return new KnownLenets(List.copyOf(all));
  }

  /** LeNet-5, which all are compared with. */
  Known reference() {
    return all.getFirst();
  }

  /** The one whose layers are most like those of {@code anatomy}. */
  Likeness nearest(Anatomy anatomy) {
    return all.stream()
        .map(known -> Likeness.of(known, anatomy))
        .min(Comparator.comparingInt(Likeness::distance))
        .orElseThrow();
  }
}
