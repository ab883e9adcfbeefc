package org.lenetlab.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.spec.SpecException;

class ConnectionsTest {

  @Test
  void drawnTableLinksItsMarks() {
    ConnectionTable table = Connections.parse("X.X\n.XX\n").table(2, 3);

    assertThat(table.links()).isEqualTo(4);
    assertThat(table.sources(2)).containsExactly(0, 1);
    assertThat(table.connects(1, 0)).isFalse();
  }

  @Test
  void publishedTablesHaveTheirLinks() {
    assertThat(Connections.parse("lecun-1998").table(6, 16).links()).isEqualTo(60);
    ConnectionTable lenet1 = Connections.parse("lecun-1990").table(4, 12);
    assertThat(lenet1.links()).isEqualTo(20);
    int single = 0;
    for (int output = 0; output < 12; output++) {
      single += lenet1.sources(output).length == 1 ? 1 : 0;
    }
    assertThat(single).isEqualTo(4);
    assertThat(Connections.FULL.table(3, 5).isFull()).isTrue();
  }

  @Test
  void otherSizesAndNamesAreRefused() {
    assertThatThrownBy(() -> Connections.parse("lecun-1998").table(6, 12))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("expected 12 columns (one per output map) in row 1 of the table");
    assertThatThrownBy(() -> Connections.parse("lecun"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("expected full, lecun-1998, lecun-1990 or a table");
  }
}
