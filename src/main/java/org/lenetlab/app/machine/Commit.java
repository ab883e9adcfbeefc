package org.lenetlab.app.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The version of a checkout. */
public final class Commit {
  private static final int PATIENCE_SECONDS = 2;

  private Commit() {}

  /**
   * The commit that {@code folder} is a checkout of, with {@code -dirty} behind it if files were
   * changed; empty if it is none, or there is no git.
   */
  public static String of(Path folder) {
    if (Files.notExists(folder.resolve(".git"))) {
      return "";
    }
    ProcessBuilder git =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*", "--abbrev=12")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = git.start();
      process.getOutputStream().close();
      String commit = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? commit.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
