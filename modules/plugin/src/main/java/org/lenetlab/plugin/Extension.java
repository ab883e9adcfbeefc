package org.lenetlab.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A module that the core does without, because its libraries are large. The launcher builds it into
 * {@code plugins/NAME/BUILD/} when something needs it first, where BUILD is the build of the core
 * that it belongs to. It is never on the class path: a class loader of its own, a child of the
 * core's, is made when a service of it is asked for.
 *
 * @param name the module is {@code modules/SOMETHING-NAME}
 */
public record Extension(String name) {
  private static final String HOME = "lenet.home";
  private static final String BUILD = "lenet.build";

  /** One per process and extension: native libraries cannot be loaded twice. */
  private static final Map<Extension, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  /** Whether {@link #load} needs no build and no network. */
  public boolean isInstalled() {
    Path folder = folder();
    return folder != null && isInstalled(folder);
  }

  /**
   * Has the launcher build it, if it is not installed. The launcher says so in one line on stderr.
   *
   * @throws ExtensionException if that fails
   */
  public void install() {
    Path folder = folder();
    if (folder == null || isInstalled(folder)) {
      return; // on the class path, or nowhere: load will tell
    }
    runLauncher();
    if (!isInstalled(folder)) {
      throw new ExtensionException(
          "the extension " + name + " fits a newer build: the sources have changed, start again");
    }
  }

  /**
   * The implementation of {@code service} that it provides, installed first if need be. An
   * extension that is on the class path, as in tests, is taken from there.
   *
   * @throws ExtensionException if it cannot be installed
   */
  public <T> T load(Class<T> service) {
    return ServiceLoader.load(service)
        .findFirst()
        .or(() -> ServiceLoader.load(service, loader()).findFirst())
        .orElseThrow(() -> new IllegalStateException(name + " provides no " + service.getName()));
  }

  /**
   * Its jars and their libraries, for the class path of another process; installed first if need
   * be. None if it is on this process's class path.
   *
   * @throws ExtensionException if it cannot be installed
   */
  public List<Path> classPath() {
    Path folder = folder();
    if (folder == null) {
      return List.of();
    }
    install();
    try {
      return jars(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClassLoader loader() {
    return LOADERS.computeIfAbsent(this, Extension::newLoader);
  }

  private ClassLoader newLoader() {
    Path folder = folder();
    if (folder == null) {
      throw new ExtensionException(
          "needs the extension " + name + ", which the launcher installs: start ./lenet");
    }
    URL[] jars = classPath().stream().map(Extension::url).toArray(URL[]::new);
    return new URLClassLoader(name, jars, Extension.class.getClassLoader());
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> own = Files.list(folder)) {
      jars.addAll(own.filter(file -> file.toString().endsWith(".jar")).toList());
    }
    for (String library : Files.readAllLines(libraries(folder))) {
      jars.add(folder.resolveSibling("lib").resolve(library));
    }
    return jars;
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every file has a URL", e);
    }
  }

  private void runLauncher() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path launcher = Path.of(System.getProperty(HOME), windows ? "lenet.cmd" : "lenet");
    try {
      Process process =
          new ProcessBuilder(launcher.toString(), "--install", name)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      String fault = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new ExtensionException(fault.strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExtensionException("interrupted while the extension " + name + " was installed");
    }
  }

  /** Where it belongs; null in a process that the launcher has not started. */
  private @Nullable Path folder() {
    String home = System.getProperty(HOME);
    String build = System.getProperty(BUILD);
    return home == null || build == null ? null : Path.of(home, "plugins", name, build);
  }

  private static boolean isInstalled(Path folder) {
    return Files.isReadable(libraries(folder));
  }

  /** The names of the jars in {@code ../lib} that it uses. Written last. */
  private static Path libraries(Path folder) {
    return folder.resolve("libraries");
  }
}
