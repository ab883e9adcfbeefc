package org.lenetlab.app.reproduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.app.machine.Home;

/** Finds the experiments that carry claims. */
final class ClaimFiles {
  private ClaimFiles() {}

  /**
   * Reads the named files, and of the named folders those files that claim something; by default
   * the project's experiments.
   *
   * @throws UserException if a named file claims nothing, or no file claims anything
   * @throws org.lenetlab.app.config.ExperimentFileException if a file is wrong
   */
  static List<Checked> read(ExperimentCheck check, CommandLine line, Console console) {
    List<Path> named = line.getArgList().stream().map(Path::of).toList();
    SequencedSet<Path> paths = new LinkedHashSet<>();
    for (Path path : named.isEmpty() ? ofProject() : named) {
      paths.addAll(Files.isDirectory(path) ? filesOf(path) : List.of(path));
    }
    List<Checked> checked =
        check.require(
            List.copyOf(paths),
            FileArguments.overrides(line),
            file -> DataOptions.access(line, file, progress -> {}));
    List<Checked> claiming = checked.stream().filter(ClaimFiles::claims).toList();
    for (Checked file : checked) {
      if (!claims(file) && named.contains(file.draft().path())) {
        throw new UserException(file.draft().path() + " has no 'expect': nothing to reproduce");
      }
    }
    if (claiming.isEmpty()) {
      throw new UserException("there is no experiment file with 'expect' in " + named);
    }
    claiming.forEach(file -> file.printWarnings(console));
    return claiming;
  }

  private static boolean claims(Checked file) {
    return !file.complete().experiment().expect().isEmpty();
  }

  private static List<Path> ofProject() {
    Path experiments = fromHere(Home.folder().resolve("experiments"));
    if (!Files.isDirectory(experiments)) {
      throw new UserException("there is no folder " + experiments + "; name files or folders");
    }
    return List.of(experiments.resolve("articles"), experiments);
  }

  /** The shorter name of what is below the current folder. */
  private static Path fromHere(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath();
    return absolute.startsWith(here) ? here.relativize(absolute) : path;
  }

  private static List<Path> filesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
