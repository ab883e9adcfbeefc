package org.lenetlab.app.reproduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.results.store.AtomicFile;

/**
 * A Markdown file with places for generated text: whatever stands between {@code <!-- begin
 * reproduction: NAME -->} and {@code <!-- end reproduction: NAME -->}, each on a line of its own.
 */
final class MarkedFile {
  private static final Pattern BEGIN = Pattern.compile("<!-- begin reproduction: (.+) -->");

  private final Path path;

  MarkedFile(Path path) {
    this.path = path;
  }

  /**
   * The names of its places.
   *
   * @throws UserException if there is no such file, it has no place, or a place has no end
   */
  SequencedSet<String> places() {
    SequencedSet<String> names = new LinkedHashSet<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher begin = BEGIN.matcher(lines.get(i).strip());
      if (begin.matches()) {
        names.add(begin.group(1));
        i = end(lines, i, begin.group(1));
      }
    }
    if (names.isEmpty()) {
      throw new UserException(
          path
              + " has no line such as '<!-- begin reproduction: simoniu -->'"
              + " that says where a table belongs");
    }
    return names;
  }

  /** Replaces, in one go, what stands at those places that {@code texts} has a text for. */
  void fill(Map<String, String> texts) {
    List<String> filled = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      filled.add(lines.get(i));
      Matcher begin = BEGIN.matcher(lines.get(i).strip());
      String text = begin.matches() ? texts.get(begin.group(1)) : null;
      if (text != null) {
        filled.add("");
        filled.addAll(text.lines().toList());
        filled.add("");
        i = end(lines, i, begin.group(1));
        filled.add(lines.get(i));
      }
    }
    try {
      AtomicFile.replace(path, String.join("\n", filled) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(path);
    } catch (NoSuchFileException e) {
      throw new UserException("--update: there is no file " + path, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int end(List<String> lines, int begin, String name) {
    String end = "<!-- end reproduction: " + name + " -->";
    for (int i = begin + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(end)) {
        return i;
      }
    }
    throw new UserException("%s:%d: expected a line '%s' below".formatted(path, begin + 1, end));
  }

  /** The file, as it was named. */
  @Override
  public String toString() {
    return path.toString();
  }
}
