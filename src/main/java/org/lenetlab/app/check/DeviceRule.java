package org.lenetlab.app.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.api.experiment.Experiment.DeviceChoice;
import org.lenetlab.api.experiment.OptimizerBlock;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.machine.BackendResolver;

/** The backend can do what device and optimizer ask for. */
final class DeviceRule implements Rule {
  private final Catalog catalog;
  private final BackendResolver resolver;

  DeviceRule(Catalog catalog, BackendResolver resolver) {
    this.catalog = catalog;
    this.resolver = resolver;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Optional<DeviceChoice> device = subject.draft().part("device", DeviceChoice.class);
    if (device.isEmpty() || !subject.draft().isSound("backend")) {
      return;
    }
    Optional<BackendSpec> asked = subject.draft().part("backend", BackendSpec.class);
    if (device.get() == DeviceChoice.CUDA && !hasCodeForGpus(asked, findings)) {
      return;
    }
    Optional<BackendSpec> used = resolve(device.get(), asked, findings).or(() -> asked);
    subject
        .optimizer()
        .map(OptimizerBlock::method)
        .filter(OptimizerSpec::needsCurvature)
        .ifPresent(method -> used.ifPresent(spec -> curvature(method, spec, findings)));
  }

  private boolean hasCodeForGpus(Optional<BackendSpec> asked, Findings findings) {
    List<String> able = backends(spec -> spec.devices().contains(Device.CUDA));
    if (asked.isPresent() ? able.contains(name(asked.get())) : !able.isEmpty()) {
      return true;
    }
    findings.error(
        "device",
        asked.map(spec -> "the backend " + name(spec)).orElse("no backend here")
            + (asked.isPresent() ? " has no code for GPUs" : " has code for GPUs"),
        able.isEmpty()
            ? "device: auto takes a GPU only where there is one"
            : "those with code for GPUs: " + String.join(", ", able));
    return false;
  }

  /** The backend that would be used here; a note and nothing where none can run. */
  private Optional<BackendSpec> resolve(
      DeviceChoice device, Optional<BackendSpec> asked, Findings findings) {
    try {
      return Optional.of(resolver.resolve(device, asked.orElse(null)).spec());
    } catch (MachineException e) {
      findings.note(
          asked.isPresent() ? "backend" : "device",
          "this machine cannot run the experiment",
          String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void curvature(OptimizerSpec method, BackendSpec used, Findings findings) {
    if (!used.hasCurvature()) {
      findings.error(
          "optimizer/name",
          catalog.nameOf(OptimizerSpec.class, method)
              + " needs second derivatives, which the backend "
              + name(used)
              + " does not have",
          "those with second derivatives: "
              + String.join(", ", backends(BackendSpec::hasCurvature)));
    }
  }

  private List<String> backends(Predicate<BackendSpec> able) {
    return resolver.backends().entrySet().stream()
        .filter(backend -> able.test(backend.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private String name(BackendSpec spec) {
    return catalog.nameOf(BackendSpec.class, spec);
  }
}
