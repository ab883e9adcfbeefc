package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
  void unknownCommandSuggestsTheNearestAndIsTheUsersMistake() {
    Lenet run = Lenet.run("versoin");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains("no command 'versoin'; did you mean 'version'?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void unknownOptionSuggestsTheNearestAndIsTheUsersMistake() {
    Lenet run = Lenet.run("version", "--hepl");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains("no option '--hepl'; did you mean '--help'?");
  }

  @Test
  void versionNamesTheProjectAndTheJava() {
    assertThat(Lenet.run("--version").out())
        .contains("LeNet Lab")
        .contains("Java " + Runtime.version());
  }

  @Test
  void everyCommandPrintsItsHelpWithAnExample() {
    assertThat(Lenet.run("version", "--help").out())
        .contains("usage: lenet version", "--help", "Example:  lenet version");
    assertThat(Lenet.run("help", "version").out()).isEqualTo(Lenet.run("version", "-h").out());
  }
}
