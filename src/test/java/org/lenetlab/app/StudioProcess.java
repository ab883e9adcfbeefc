package org.lenetlab.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A studio in a process of its own.
 *
 * @param out what it goes on to say
 */
record StudioProcess(Process process, URI address, BufferedReader out) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");

  /** Starts one that shows {@code results} at a free port. */
  static StudioProcess start(Path results, Path err) throws IOException {
    Process process =
        LenetProcess.start(List.of(), err, "studio", results.toString(), "--port", "0");
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    Matcher address = ADDRESS.matcher(line == null ? "" : line);
    if (!address.find()) {
      throw new IOException("no studio: " + line);
    }
    return new StudioProcess(process, URI.create(address.group()), out);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
