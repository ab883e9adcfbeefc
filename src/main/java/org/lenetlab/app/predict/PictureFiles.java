package org.lenetlab.app.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.UserException;

/** The pictures that the user names, one by one or by their folder. */
final class PictureFiles {
  private PictureFiles() {}

  /**
   * The files, those of a folder in the order of their names.
   *
   * @throws UserException if one does not exist, or a folder has none
   */
  static List<Path> of(List<Path> named) {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        List<Path> pictures = list(path).stream().filter(PictureFiles::isPicture).toList();
        if (pictures.isEmpty()) {
          throw new UserException("there are no pictures (png, jpg) in " + path);
        }
        files.addAll(pictures);
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new UserException("there is no picture " + path + question(path));
      }
    }
    return files;
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(png|jpe?g|gif|bmp|tiff?)") && Files.isRegularFile(file);
  }

  private static String question(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "";
    }
    List<String> known = list(folder).stream().map(p -> p.getFileName().toString()).toList();
    return DidYouMean.question(missing.getFileName().toString(), known);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
