package org.lenetlab.app.machine;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.api.experiment.Experiment.DeviceChoice;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.plugin.Extension;
import org.lenetlab.plugin.Registry;

/**
 * Decides which backend and device an experiment uses on this machine. Never falls back silently.
 */
public final class BackendResolver {
  private record Named(String name, BackendSpec spec) {
    boolean runsOn(Device device) {
      return spec.devices().contains(device) && spec.missing(device).isEmpty();
    }

    boolean isInstalled(Device device) {
      return BackendChoice.extension(spec, device).map(Extension::isInstalled).orElse(true);
    }
  }

  private final Registry registry;

  /** A resolver among the backends of {@code registry}. */
  @Inject
  public BackendResolver(Registry registry) {
    this.registry = registry;
  }

  /**
   * The backend and device for what an experiment asks for.
   *
   * @param asked the backend that the file names; null for the fastest
   * @throws MachineException if this machine lacks what is needed; the message names it
   */
  public BackendChoice resolve(DeviceChoice device, @Nullable BackendSpec asked) {
    List<Named> candidates =
        installed().stream().filter(b -> asked == null || b.spec.equals(asked)).toList();
    return switch (device) {
      case CPU -> on(Device.CPU, candidates, asked != null, "");
      case CUDA -> on(Device.CUDA, candidates, asked != null, "");
      case AUTO ->
          candidates.stream().anyMatch(b -> b.runsOn(Device.CUDA) && b.isInstalled(Device.CUDA))
              ? on(Device.CUDA, candidates, asked != null, "a GPU is there")
              : on(Device.CPU, candidates, asked != null, "no GPU that it could run on");
    };
  }

  /** All backends by name, also those that cannot run here. */
  public SortedMap<String, BackendSpec> backends() {
    SortedMap<String, BackendSpec> specs = new TreeMap<>();
    installed().forEach(backend -> specs.put(backend.name, backend.spec));
    return specs;
  }

  private List<Named> installed() {
    return registry.kinds(BackendSpec.class).stream()
        .map(kind -> new Named(kind.name(), kind.instance()))
        .toList();
  }

  private static BackendChoice on(
      Device device, List<Named> candidates, boolean asked, String whyDevice) {
    Named best =
        candidates.stream()
            .filter(backend -> backend.runsOn(device))
            .max(Comparator.comparing(backend -> backend.spec.preference(device)))
            .orElseThrow(() -> new MachineException(cannotRun(device, candidates)));
    String whyBackend = asked ? "asked for" : "the fastest here";
    String reason = whyDevice.isEmpty() ? whyBackend : whyBackend + "; " + whyDevice;
    return new BackendChoice(best.name, best.spec, device, reason);
  }

  private static String cannotRun(Device device, List<Named> candidates) {
    String missing = missing(device, candidates);
    String name = device.name().toLowerCase(Locale.ROOT);
    return missing.isEmpty()
        ? "device " + name + " was asked for, but no backend here has code for it"
        : "nothing can run on device " + name + " here: " + missing;
  }

  /** What those backends lack that have code for the device. */
  private static String missing(Device device, List<Named> candidates) {
    return candidates.stream()
        .filter(backend -> backend.spec.devices().contains(device))
        .map(backend -> backend.name + ": " + backend.spec.missing(device))
        .collect(Collectors.joining("; "));
  }
}
