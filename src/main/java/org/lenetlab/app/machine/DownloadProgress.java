package org.lenetlab.app.machine;

import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.DataProgress;
import org.lenetlab.app.cli.Console;

/** Tells of downloads: a bar per file on a terminal, else a line per file. */
public final class DownloadProgress implements Consumer<DataProgress>, AutoCloseable {
  private static final int WIDTH = 78;
  private static final long MEGABYTE = 1_000_000;

  private final Console console;
  private String file = "";
  private @Nullable ProgressBar bar;

  public DownloadProgress(Console console) {
    this.console = console;
  }

  @Override
  public void accept(DataProgress progress) {
    if (!progress.file().equals(file)) {
      begin(progress);
    }
    if (bar != null) {
      bar.stepTo(progress.done());
    }
  }

  private void begin(DataProgress progress) {
    endFile();
    file = progress.file();
    if (console.terminal()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(file)
              .setInitialMax(progress.total())
              .setUnit(" MB", MEGABYTE)
              .showSpeed()
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setConsumer(new DelegatingProgressBarConsumer(this::show, WIDTH))
              .build();
    } else {
      String size =
          progress.total() < 0 ? "" : " (%.1f MB)".formatted(progress.total() / (double) MEGABYTE);
      console.err().println("fetching " + file + size);
    }
  }

  private void show(String line) {
    console.err().print("\r" + line);
    console.err().flush();
  }

  /** Ends the bar of the last file, so that something else can be printed. */
  public void endFile() {
    if (bar != null) {
      bar.close();
      bar = null;
      console.err().println();
    }
  }

  @Override
  public void close() {
    endFile();
  }
}
