package org.lenetlab.app;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.config.Draft;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.results.claim.Judge;
import org.lenetlab.results.claim.Judgement;
import org.lenetlab.results.claim.Verdict;

/** Every experiment file of the project is valid, and its claims of counts and shapes hold. */
final class ExperimentFilesTest {
  private static final Path EXPERIMENTS = Path.of("experiments");
  private static final DataAccess NO_DATA =
      new DataAccess(List.of(), Path.of("none"), null, EXPERIMENTS, true, progress -> {});

  private final ExperimentReader reader = Wiring.get(ExperimentReader.class);
  @TempDir private Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(EXPERIMENTS)) {
      return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileHasNoProblemsAndReadsBackFromWhatShowPrints(Path file) throws IOException {
    Lenet check = Lenet.run("check", "--quick", "--offline", file.toString());
    assertThat(check.err()).doesNotContain("error:", "warning:");
    assertThat(check.code()).isEqualTo(ExitCode.SUCCESS);

    Lenet show = Lenet.run("show", file.toString());
    Path resolved = Files.writeString(folder.resolve("resolved.yaml"), show.out());
    assertThat(trials(resolved)).isEqualTo(trials(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lenet1", "lenet4", "lenet5-classic", "quickstart"})
  void whatAReaderMeetsFirstLeavesNothingOut(String name) {
    Path file = EXPERIMENTS.resolve(name + ".yaml");
    assertThat(Lenet.run("check", "--quick", "--offline", file.toString()).err())
        .doesNotContain("left out");
  }

  private Map<Map<String, String>, Experiment> trials(Path file) {
    return reader.trials(file, List.of()).trials().stream()
        .collect(toMap(Draft::axes, trial -> trial.complete().experiment()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileIsValidAndItsClaimsOfTheNetworkHold(Path file) {
    Experiment experiment = reader.read(file, List.of()).experiment();
    DatasetInfo info = experiment.dataset().source().info(NO_DATA);
    Shape shape = experiment.dataset().preparedShape(info.shape());
    Network network = experiment.architecture().plan(shape, info.classes().size());
    List<Expectation> structure =
        experiment.expect().stream().filter(claim -> claim.metric() == null).toList();

    assertThat(file.getFileName()).hasToString(experiment.name() + ".yaml");
    assertThat(Judge.judge(structure, List.of(), Optional.of(network)))
        .allSatisfy(
            judgement -> assertThat(judgement).returns(Verdict.REPRODUCED, Judgement::verdict));
  }
}
