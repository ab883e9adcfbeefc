package org.lenetlab.app.config;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.app.cli.DidYouMean;

/** Reads a file and the chain of those that it extends. */
final class FileLoader {
  /** The key that names the parent. */
  static final String EXTENDS = "extends";

  private static final String ENDING = ".yaml";

  /** Where this project keeps its files: users name them without. */
  private static final Path EXPERIMENTS = Path.of("experiments");

  /** What some editors on Windows put before everything else. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<Diagnostic> problems;
  private final List<Path> seen = new ArrayList<>();

  FileLoader(List<Diagnostic> problems) {
    this.problems = problems;
  }

  /**
   * The trees of the file and its parents, the file last, without the key {@code extends}; none if
   * one of them cannot be read. What is wrong is added to the problems.
   */
  List<Tree.Mapping> load(Path file) {
    return load(file, Place.of(file.toString()));
  }

  private List<Tree.Mapping> load(Path file, Place reference) {
    String text = read(file, reference);
    if (text == null) {
      return List.of();
    }
    int before = problems.size();
    Tree root = YamlParser.parse(Source.file(file.toString(), text), problems);
    if (!(root instanceof Tree.Mapping map)) {
      if (problems.size() == before) {
        problems.add(noMapping(file, root));
      }
      return List.of();
    }
    seen.add(file.toAbsolutePath().normalize());
    Map<String, Tree.Entry> own = map.copy();
    Tree.Entry parent = own.remove(EXTENDS);
    List<Tree.Mapping> chain = new ArrayList<>();
    if (parent != null) {
      chain.addAll(parent(file, parent.value()));
      if (chain.isEmpty()) {
        return chain;
      }
    }
    chain.add(new Tree.Mapping(map.place(), own));
    return chain;
  }

  private List<Tree.Mapping> parent(Path file, Tree value) {
    if (!(value instanceof Tree.Scalar scalar) || scalar.kind() != Tree.Kind.TEXT) {
      problems.add(
          Diagnostic.error(value.place(), "extends takes one file", "such as lenet5-modern.yaml"));
      return List.of();
    }
    Path parent = file.resolveSibling(scalar.text()).normalize();
    if (seen.contains(parent.toAbsolutePath().normalize())) {
      problems.add(
          Diagnostic.error(
              value.place(), "a file cannot extend itself", "the chain leads back to " + parent));
      return List.of();
    }
    return load(parent, value.place());
  }

  private @Nullable String read(Path file, Place reference) {
    if (Files.isDirectory(file)) {
      problems.add(
          Diagnostic.error(reference, file + " is a folder", "expected an experiment file"));
      return null;
    }
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      problems.add(Diagnostic.error(reference, "there is no file " + file, similar(file)));
    } catch (CharacterCodingException e) {
      problems.add(Diagnostic.error(reference, file + " is not UTF-8 text", ""));
    } catch (AccessDeniedException e) {
      problems.add(Diagnostic.error(reference, file + " cannot be read", "permission denied"));
    } catch (IOException e) {
      problems.add(
          Diagnostic.error(reference, file + " cannot be read", String.valueOf(e.getMessage())));
    }
    return null;
  }

  private static String similar(Path file) {
    return namesake(file)
        .map(other -> "did you mean " + other + "?")
        .orElseGet(() -> neighbour(file));
  }

  /** The file whose name was given without its ending, or without the folder of experiments. */
  private static Optional<Path> namesake(Path file) {
    String name = String.valueOf(file.getFileName());
    Path beside = file.resolveSibling(name + ENDING);
    if (Files.isRegularFile(beside)) {
      return Optional.of(beside);
    }
    if (file.getNameCount() > 1 || !Files.isDirectory(EXPERIMENTS)) {
      return Optional.empty();
    }
    Set<Path> names = Set.of(Path.of(name), Path.of(name + ENDING));
    try (Stream<Path> files = Files.walk(EXPERIMENTS)) {
      return files.filter(other -> names.contains(other.getFileName())).min(naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String neighbour(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return folder == null ? "" : "there is no folder " + folder + " either";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      return DidYouMean.nearest(String.valueOf(file.getFileName()), names)
          .map(near -> "did you mean " + file.resolveSibling(near) + "?")
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Diagnostic noMapping(Path file, @Nullable Tree root) {
    String hint = "an experiment has at least name, dataset, architecture, optimizer and training";
    return root == null
        ? Diagnostic.error(Place.of(file.toString()), "the file is empty", hint)
        : Diagnostic.error(root.place(), "expected keys with values, as in 'name: my-lenet'", hint);
  }
}
