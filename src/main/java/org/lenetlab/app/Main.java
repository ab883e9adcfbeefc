package org.lenetlab.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.lenetlab.app.cli.CommandRunner;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.run.Background;
import org.lenetlab.app.run.RunCommand;
import org.lenetlab.plugin.Plugin;

/** Entry point of the {@code lenet} command: the one place that wires, and that maps failures. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), Console.ofProcess()).status());
  }

  /** Runs a command in this process. Failures are printed to {@code console}, never thrown. */
  public static ExitCode run(List<String> arguments, Console console) {
    try {
      Consumer<Plugin> found =
          RunCommand.isMeant(arguments)
              ? plugin -> Background.start(plugin::prepare)
              : plugin -> {};
      return injector(found).getInstance(CommandRunner.class).run(arguments, console);
    } catch (Throwable failure) {
      return Failure.report(failure, console);
    }
  }

  /** The application with all plugins that are on the class path. */
  static Injector injector() {
    return injector(plugin -> {});
  }

  /**
   * @param found told of each plugin before the next one is looked for
   */
  private static Injector injector(Consumer<Plugin> found) {
    List<Module> modules = new ArrayList<>();
    modules.add(new ApplicationModule());
    for (Plugin plugin : ServiceLoader.load(Plugin.class)) {
      found.accept(plugin);
      modules.add(plugin);
    }
    return Guice.createInjector(modules);
  }
}
