package org.lenetlab.app.studio;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.Interruption;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.trained.ResultsOption;

/** {@code lenet studio}. */
public final class StudioCommand implements Command {
  private static final String PORT = "port";
  private static final String DEFAULT_PORT = "8017";
  private static final int MOST_PORTS = 65_535;

  private final Networks networks;

  @Inject
  StudioCommand(Networks networks) {
    this.networks = networks;
  }

  @Override
  public String name() {
    return "studio";
  }

  @Override
  public String summary() {
    return "Opens a local page: draw digits for trained networks, browse results, follow runs";
  }

  @Override
  public String arguments() {
    return "[RESULTS]";
  }

  @Override
  public String example() {
    return "lenet studio";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            ValueOption.of(
                PORT,
                "N",
                "where to serve the page; 0: any that is free; default: " + DEFAULT_PORT));
  }

  /** Serves until Ctrl-C. */
  @Override
  public ExitCode run(CommandLine line, Console console) {
    Path folder = folder(line);
    int port = port(line);
    try (Interruption _ = new Interruption();
        Networks opened = networks;
        StudioServer server =
            new StudioServer(port, new Site(new LiveResults(folder), opened), console)) {
      console.println(
          "studio: %s shows the runs in %s; Ctrl-C ends it".formatted(server.address(), folder));
      awaitInterrupt();
      console.println("studio has ended"); // the process may be gone once this block is left
      return ExitCode.SUCCESS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The folder of the first run ever need not be there yet. */
  private static Path folder(CommandLine line) {
    if (line.getArgList().size() > 1) {
      throw new UserException("expected one folder of results, not " + line.getArgList());
    }
    if (line.getArgList().isEmpty()) {
      return ResultsOption.DEFAULT;
    }
    Path folder = Path.of(line.getArgList().getFirst());
    if (!Files.isDirectory(folder)) {
      throw new UserException(
          "there is no folder " + folder + "; lenet run keeps its results in results/");
    }
    return folder;
  }

  private static int port(CommandLine line) {
    String word = line.getOptionValue(PORT, DEFAULT_PORT);
    if (!word.matches("[0-9]{1,5}") || Integer.parseInt(word) > MOST_PORTS) {
      throw new UserException(
          "--port: expected a number from 0 to %d, not '%s'".formatted(MOST_PORTS, word));
    }
    return Integer.parseInt(word);
  }
}
