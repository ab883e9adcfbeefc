package org.lenetlab.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lenetlab.results.store.AtomicFile;

/** The files of a report: each is whole or absent. */
final class ReportFiles {
  private final Path folder;
  private final String experiment;

  ReportFiles(Path folder, String experiment) {
    this.folder = folder;
    this.experiment = experiment;
  }

  /** Writes the page. */
  Path write(String html) {
    Path page = folder.resolve(experiment + ".html");
    write(page, html.getBytes(StandardCharsets.UTF_8));
    return page;
  }

  /** Writes a figure: PNG, and SVG where it is a drawing. */
  void write(Figure figure) {
    Path pictures = folder.resolve(experiment);
    write(pictures.resolve(figure.name() + ".png"), figure.picture().png());
    if (figure.picture() instanceof Drawing drawing) {
      write(
          pictures.resolve(figure.name() + ".svg"), drawing.svg().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(Path file, byte[] content) {
    AtomicFile.write(file, "--to", out -> out.write(content));
  }
}
