package org.lenetlab.results.store;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the records of runs at or under folders. What cannot be read stops nothing else. */
final class RecordFinder {
  private final Set<Path> real = new LinkedHashSet<>();
  private final List<Path> files = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /** The files that were found, each once. */
  List<Path> files() {
    return files;
  }

  /** One line for each file or folder that cannot be read. */
  List<String> problems() {
    return problems;
  }

  void search(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), ResultsStore.DEPTH, new Visitor(found));
      found.sort(null);
      for (Path file : found) {
        if (real.add(file.toRealPath())) {
          files.add(file);
        }
      }
    } catch (IOException e) {
      problems.add(words(folder, e));
    }
  }

  private static String words(Path path, IOException e) {
    return String.valueOf(ResultsException.broken(path, e).getMessage());
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Visitor(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && file.endsWith(RunFolder.RECORD)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      problems.add(words(file, e));
      return FileVisitResult.CONTINUE;
    }
  }
}
