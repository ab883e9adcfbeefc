package org.lenetlab.app.machine;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataProgress;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;

/** The options that say where data is looked for and how it is fetched. */
public final class DataOptions {
  /** Names a folder of data, where {@code --data-dir} is not given. */
  public static final String VARIABLE = "LENET_DATA";

  private static final String DATA_DIR = "data-dir";
  private static final String MIRROR = "mirror";
  private static final String OFFLINE = "offline";

  private DataOptions() {}

  /** Adds the options to those of a command. */
  public static Options addTo(Options options) {
    return options
        .addOption(
            ValueOption.of(
                DATA_DIR, "DIR", "where data sets are; default: $" + VARIABLE + ", then the cache"))
        .addOption(
            ValueOption.of(MIRROR, "URL", "downloads from here instead of the published addresses"))
        .addOption(null, OFFLINE, false, "downloads nothing");
  }

  /**
   * What the options say.
   *
   * @param experiment the file whose relative paths start from its folder; the empty path for none
   * @throws UserException if the folder does not exist or the address is none
   */
  public static DataAccess access(
      CommandLine line, Path experiment, Consumer<DataProgress> progress) {
    Path cache = cache();
    List<Path> folders = new ArrayList<>();
    String named = line.getOptionValue(DATA_DIR, System.getenv(VARIABLE));
    if (named != null && !named.isEmpty()) {
      String origin = line.hasOption(DATA_DIR) ? "--" + DATA_DIR : VARIABLE;
      folders.add(existing(Path.of(named), origin));
    }
    folders.add(cache);
    URI mirror = mirror(line.getOptionValue(MIRROR));
    Path base = experiment.resolveSibling("");
    return new DataAccess(folders, cache, mirror, base, line.hasOption(OFFLINE), progress);
  }

  /**
   * The same on another machine: its folders of those names, where it has them, its own {@code
   * LENET_DATA}, and its own cache.
   *
   * @param elsewhere with absolute paths
   */
  public static DataAccess here(DataAccess elsewhere) {
    Path cache = cache();
    List<Path> folders = new ArrayList<>(elsewhere.folders());
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isEmpty()) {
      folders.add(Path.of(named));
    }
    folders.add(cache);
    return new DataAccess(
        folders.stream().filter(Files::isDirectory).distinct().toList(),
        cache,
        elsewhere.mirror(),
        elsewhere.base(),
        elsewhere.offline(),
        progress -> {});
  }

  private static Path existing(Path folder, String origin) {
    if (!Files.isDirectory(folder)) {
      throw new UserException(origin + ": there is no folder " + folder);
    }
    return folder;
  }

  private static @Nullable URI mirror(@Nullable String address) {
    if (address == null) {
      return null;
    }
    String folder = address.endsWith("/") ? address : address + "/";
    try {
      URI uri = URI.create(folder);
      if (uri.getScheme() != null && uri.getScheme().matches("https?|file")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new UserException("--" + MIRROR + ": " + e.getMessage(), e);
    }
    throw new UserException(
        "--" + MIRROR + ": expected an address such as https://example.org/mnist/, not " + address);
  }

  /** The user's cache folder, by the conventions of the operating system. */
  private static Path cache() {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String local = System.getenv("LOCALAPPDATA");
      return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local))
          .resolve("lenet-lab");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("lenet-lab");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return (xdg == null || xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg))
        .resolve("lenet-lab");
  }
}
