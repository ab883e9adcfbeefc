package org.lenetlab.api.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Matches;
import org.lenetlab.api.spec.Range;

/** A whole experiment file. */
public record Experiment(
    @Doc("names the folder of its results")
        @Matches(
            value = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*",
            consistsOf = "letters, digits, dots, dashes and underscores")
        String name,
    @Default("''") @Doc("one sentence for the reader") String about,
    @Doc("the images, and how they are split and prepared") DatasetBlock dataset,
    @Doc("the network") ArchitectureBlock architecture,
    @Default("cross-entropy") @Doc("what training minimises") Loss loss,
    @Doc("the update rule and its learning rate") OptimizerBlock optimizer,
    @Doc("epochs, batches, logging") Training training,
    @Default("auto") @Doc("auto: the GPU if a backend can run on it, else the CPU")
        DeviceChoice device,
    @Doc("default: the fastest that can run on the device") @Nullable BackendSpec backend,
    @Default("1") @Doc("of the first run; run k of the repeats has seed + k") long seed,
    @Default("1") @Range(min = 1) @Doc("how many runs, with seeds seed, seed + 1, …") int repeats,
    @Default("[]") @Doc("published figures, shown and judged beside ours")
        List<Expectation> expect) {

  /** {@code device} of an experiment file. */
  public enum DeviceChoice {
    AUTO,
    CPU,
    CUDA
  }

  public Experiment {
    expect = List.copyOf(expect);
  }
}
