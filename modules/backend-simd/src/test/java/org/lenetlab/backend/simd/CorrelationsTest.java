package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.backend.simd.Correlation.Tile;

final class CorrelationsTest {

  @Test
  void tilesCoverAllMapsAndNoOthers() {
    for (int maps = 1; maps <= 130; maps++) {
      BitSet covered = new BitSet();
      for (Tile tile : Correlations.tiles(3, maps)) {
        assertThat(tile.maps()).isIn(1, 4, 6);
        covered.set(tile.first(), tile.first() + tile.maps());
      }
      assertThat(covered.nextSetBit(0)).isEqualTo(3);
      assertThat(covered.cardinality()).isEqualTo(maps);
      assertThat(covered.length()).isEqualTo(3 + maps);
    }
  }

  @Test
  void tilesAreLarge() {
    assertThat(Correlations.tiles(0, 16))
        .containsExactly(new Tile(0, 6), new Tile(6, 6), new Tile(12, 4));
    assertThat(Correlations.tiles(0, 8)).containsExactly(new Tile(0, 4), new Tile(4, 4));
    assertThat(Correlations.tiles(0, 7)).containsExactly(new Tile(0, 6), new Tile(3, 4));
    assertThat(Correlations.tiles(0, 3)).hasSize(3);
  }

  @Test
  void neighboursWithTheSameSourcesAreOneGroup() {
    ConnectionTable table =
        ConnectionTable.parse(
            """
            XX.X
            XX.X
            ..XX
            """,
            3,
            4);
    List<Correlations.Group> groups = Correlations.groupsByOutput(table);
    assertThat(groups).extracting(Correlations.Group::first).containsExactly(0, 2, 3);
    assertThat(groups).extracting(Correlations.Group::maps).containsExactly(2, 1, 1);
    assertThat(groups.getLast().linked()).containsExactly(0, 1, 2);
    assertThat(Correlations.groupsByInput(table))
        .extracting(Correlations.Group::maps)
        .containsExactly(2, 1);
  }

  @Test
  void runsThatMeetBecomeOneAndAreStoredOnce() {
    RunTable table = new RunTable();
    assertThat(table.add(List.of(new int[] {0, 5}, new int[] {5, 9}, new int[] {10, 11})))
        .containsExactly(0, 4);
    assertThat(table.add(List.of(new int[] {2, 3}))).containsExactly(4, 6);
    assertThat(table.add(List.of(new int[] {0, 9}, new int[] {10, 11}))).containsExactly(0, 4);
    assertThat(table.toArray()).containsExactly(0, 9, 10, 11, 2, 3);
  }
}
