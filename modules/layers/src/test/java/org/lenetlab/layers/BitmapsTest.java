package org.lenetlab.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.Targets;
import org.lenetlab.api.spec.SpecException;

class BitmapsTest {

  @Test
  void publishedTargetsHaveTheirKnownInkAndDistances() {
    Targets targets = Bitmaps.parse("lecun-1998").targets();

    assertThat(targets.classes()).isEqualTo(10);
    assertThat(targets.shape()).isEqualTo(new Shape(1, 12, 7));
    List<Integer> ink = new ArrayList<>();
    List<Integer> distances = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int dark = 0;
      for (int j = 0; j < targets.length(); j++) {
        dark += targets.get(i, j) > 0 ? 1 : 0;
      }
      ink.add(dark);
      for (int k = 0; k < i; k++) {
        distances.add(targets.hammingDistance(i, k));
      }
    }
    assertThat(ink).containsExactly(35, 27, 33, 32, 41, 35, 39, 25, 43, 39);
    assertThat(targets.hammingDistance(6, 8)).isEqualTo(12);
    assertThat(distances.stream().sorted().limit(6)).containsExactly(12, 18, 18, 20, 20, 20);
    assertThat(distances.stream().max(Integer::compare)).contains(50);
  }

  @Test
  void bitmapsStandSideBySideOrBelowEachOther() {
    Targets side = Bitmaps.parse("#. .#  ##\n.. ## #.\n").targets();
    Targets below = Bitmaps.parse("#.\n..\n\n.# ##\n## #.").targets();

    assertThat(side).isEqualTo(below);
    assertThat(side.classes()).isEqualTo(3);
    assertThat(List.of(side.shape(), below.shape())).containsOnly(new Shape(1, 2, 2));
    assertThat(side.get(1, 0)).isEqualTo(-1);
    assertThat(side.get(1, 1)).isEqualTo(1);
  }

  @Test
  void misdrawnBitmapsAreRefused() {
    assertRefused("lecun", "expected lecun-1998 or bitmaps drawn with # and ., not 'lecun'");
    assertRefused("##\n#", "expected bitmap rows of 2 pixels, as the first, not '#'");
    assertRefused("## ##\n##", "expected a row of each of the 2 bitmaps in '##'");
    assertRefused("##\n##\n\n##", "targets differ in length: 2 and 4");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> Bitmaps.parse(text))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }
}
