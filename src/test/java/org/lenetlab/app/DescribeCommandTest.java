package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lenetlab.app.cli.ExitCode;

final class DescribeCommandTest {

  private static String describe(String experiment, String... more) {
    String file = Project.file("experiments/" + experiment).toString();
    String[] arguments = new String[more.length + 2];
    arguments[0] = "describe";
    arguments[1] = file;
    System.arraycopy(more, 0, arguments, 2, more.length);
    Lenet run = Lenet.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
    return run.out();
  }

  @Test
  void lenet5HasThePapersCountsWithTheirArithmetic() {
    assertThat(describe("lenet5-classic.yaml"))
        .containsPattern("total .* 60,000 +340,908 ")
        .contains("and 840 fixed values, not trained")
        .contains("C1      size        (32−5+0)/1+1 = 28")
        .contains("parameters  6·(5·5+1) = 156")
        .contains("connections 28·28·156 = 122,304")
        .contains("S2      size        (28−2)/2+1 = 14")
        .contains("connections 6·14·14·(4+1) = 5,880")
        .contains("parameters  60 links·5·5 + 16 = 1,516")
        .contains("parameters  120·(16·5·5+1) = 48,120")
        .contains("F6      parameters  84·(120+1) = 10,164");
  }

  @Test
  void rbfTargetsAreDrawnWithTheirDistances() {
    assertThat(describe("lenet5-classic.yaml"))
        .contains(".#####.  ...##..  .#####.  #######")
        .containsPattern("(?m)^6 .* 12 ");
  }

  @Test
  void remarkOfTheArchitectureStandsBesideItsCounts() {
    assertThat(describe("lenet4.yaml")).contains("Remark: ").contains("17,000");
    assertThat(describe("lenet5-classic.yaml")).contains("Remark: ").contains("secondary copies");
    assertThat(describe("lenet1.yaml")).contains("Remark: ").contains("secondary copies");
    assertThat(describe("lenet5-modern-mnist.yaml")).doesNotContain("Remark: ");
  }

  @Test
  void printsAModelAsPytorchDoes() {
    assertThat(describe("articles/simoniu.yaml", "--as", "torch"))
        .isEqualTo(
            """
            simoniu(
              (C1): Sequential(
                (0): Conv2d(1, 6, kernel_size=(5, 5), stride=(1, 1))
                (1): ReLU()
              )
              (S2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
              (C3): Conv2d(6, 16, kernel_size=(5, 5), stride=(1, 1))
              (S4): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
              (C5): Sequential(
                (0): Flatten(start_dim=1, end_dim=-1)
                (1): Linear(in_features=400, out_features=120, bias=True)
                (2): ReLU()
              )
              (F6): Sequential(
                (0): Linear(in_features=120, out_features=84, bias=True)
                (1): ReLU()
              )
              (output): Linear(in_features=84, out_features=10, bias=True)
            )
            """);
  }

  @Test
  void shapesThatDoNotFitAreLocated() {
    String file = Project.file("experiments/lenet5-classic.yaml").toString();
    Lenet run = Lenet.run("describe", file, "--set", "dataset.transform=[]");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains("a 5×5 kernel is larger than its input of 16@4×4");
  }

  @Test
  void unknownFormIsTheUsersMistake() {
    assertThat(Lenet.run("describe", "x.yaml", "--as", "keras").err())
        .contains("--as: expected torch, not 'keras'");
  }
}
