package org.lenetlab.app;

import com.google.common.base.Throwables;
import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ServiceConfigurationError;
import org.lenetlab.api.fault.MachineFault;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.Version;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.config.Report;
import org.lenetlab.plugin.PluginException;

/** The one place that turns a failure into a message and an exit code. */
final class Failure {
  private Failure() {}

  static ExitCode report(Throwable failure, Console console) {
    return switch (failure) {
      case UserException e -> say(console, ExitCode.USER_MISTAKE, e);
      case ExperimentFileException e -> print(console, e);
      case SpecException e -> say(console, ExitCode.USER_MISTAKE, e);
      case PluginException e -> say(console, ExitCode.USER_MISTAKE, e);
      case ServiceConfigurationError e -> say(console, ExitCode.USER_MISTAKE, e);
      case MachineFault e -> say(console, ExitCode.MACHINE_FAULT, e);
      case IOException e -> say(console, ExitCode.MACHINE_FAULT, describe(e));
      case UncheckedIOException e when e.getCause() != null -> report(e.getCause(), console);
      case CreationException e when e.getCause() != null -> report(e.getCause(), console);
      case ProvisionException e when e.getCause() != null -> report(e.getCause(), console);
      case OutOfMemoryError e -> say(console, ExitCode.MACHINE_FAULT, outOfMemory());
      default -> bug(failure, console);
    };
  }

  /** A report of located problems needs no words around it. */
  private static ExitCode print(Console console, ExperimentFileException e) {
    console.err().print(Report.of(e.diagnostics(), console::styled));
    return ExitCode.USER_MISTAKE;
  }

  private static ExitCode say(Console console, ExitCode code, Throwable failure) {
    return say(console, code, String.valueOf(failure.getMessage()));
  }

  private static ExitCode say(Console console, ExitCode code, String message) {
    console.err().println(console.styled(Console.Style.RED, "lenet:") + " " + message);
    return code;
  }

  /** The file system's exceptions often say no more than a path; the rest is in their name. */
  private static String describe(IOException e) {
    if (e instanceof FileSystemException file && file.getReason() == null) {
      String kind = e.getClass().getSimpleName().replaceAll("Exception$", "");
      return file.getFile() + ": " + kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
    return String.valueOf(e.getMessage());
  }

  private static String outOfMemory() {
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    return "not enough memory: Java may use "
        + mebibytes
        + " MiB; allow more in jvm.options (-Xmx), or use fewer examples (dataset.limit)";
  }

  private static ExitCode bug(Throwable failure, Console console) {
    say(console, ExitCode.BUG, "this is a bug in " + Version.current() + ", please report it:");
    console.err().print(Throwables.getStackTraceAsString(failure));
    return ExitCode.BUG;
  }
}
