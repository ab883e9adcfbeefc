package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

final class MainTest {

  @Test
  void withoutArgumentsTheOverviewListsEveryCommand() {
    Lenet run = Lenet.run();
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).contains("usage: lenet COMMAND", "version");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void numbersAreWrittenTheSameWayForEveryUser(@TempDir Path folder) throws Exception {
    ProcessBuilder lenet =
        LenetProcess.builder(
            List.of(), folder.resolve("err"), "check", "--quick", "experiments/quickstart.yaml");
    lenet.environment().put("JDK_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG");
    assertThat(lenet.start().inputReader().readAllAsString())
        .contains("61,706 parameters, 423,038 connections");
  }

  @Test
  void unknownCommandSuggestsTheNearestAndIsTheUsersMistake() {
    Lenet run = Lenet.run("versoin");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains("no command 'versoin'; did you mean 'version'?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void twoLettersInTheWrongOrderAreOneSlip() {
    assertThat(Lenet.run("rnu").err()).contains("no command 'rnu'; did you mean 'run'?");
  }

  @Test
  void unknownOptionSuggestsTheNearestAndIsTheUsersMistake() {
    Lenet run = Lenet.run("version", "--hepl");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains("no option '--hepl'; did you mean '--help'?");
  }

  @Test
  void aKeyThatIsTypedAsOptionBecomesAnOverride() {
    assertThat(Lenet.run("run", "x.yaml", "--epochs", "3").err())
        .contains(
            "no option '--epochs'; it is a key of the experiment: --set training.epochs=VALUE");
    assertThat(Lenet.run("version", "--epochs", "3").err()).doesNotContain("--set");
  }

  @Test
  void anOptionWithoutItsValueSaysWhatIsMissing() {
    assertThat(Lenet.run("run", "x.yaml", "--set").err())
        .contains("lenet: --set: expected KEY=VALUE behind it");
  }

  @Test
  void versionNamesTheProjectAndTheJava() {
    assertThat(Lenet.run("--version").out())
        .contains("LeNet Lab")
        .contains("Java " + Runtime.version());
  }

  @Test
  void everyCommandPrintsItsHelpWithAnExample() {
    List<String> commands =
        Lenet.run()
            .out()
            .lines()
            .filter(line -> line.matches("  [a-z]+( [a-z]+)? {3,}[A-Z].*"))
            .map(line -> line.strip().split(" {3,}", 2)[0])
            .toList();
    assertThat(commands).contains("run", "check", "data show", "table");
    for (String command : commands) {
      String[] words = (command + " --help").split(" ", -1);
      assertThat(Lenet.run(words).out())
          .as(command)
          .contains("usage: lenet " + command, "--help", "Example:  lenet " + command);
    }
  }

  @Test
  void helpIsAlsoACommand() {
    assertThat(Lenet.run("help", "run").out()).isEqualTo(Lenet.run("run", "-h").out());
    assertThat(Lenet.run("help").out()).isEqualTo(Lenet.run().out());
  }

  @Test
  void groupOfCommandsIsListedOnRequest() {
    Lenet run = Lenet.run("data", "--help");
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    assertThat(run.out()).contains("data fetch", "data show", "data verify");
  }
}
