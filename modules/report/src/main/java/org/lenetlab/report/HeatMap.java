package org.lenetlab.report;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/** A figure for each pair of two settings' values, as a number on a colour. */
final class HeatMap {
  private static final int WIDTH = 600;
  private static final int MARGIN = 110;
  private static final int ROW = 96;
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);

  /** From bright to middle, so that black numbers can be read on all of them. */
  private static final Color[] COLOURS = {
    new Color(0xf3, 0xf6, 0xf9), new Color(0xc3, 0xd9, 0xec), new Color(0x6b, 0xae, 0xd6)
  };

  private final String across;
  private final List<String> columns;
  private final String up;
  private final List<String> rows;
  private final List<Number[]> cells = new ArrayList<>();

  HeatMap(String across, List<String> columns, String up, List<String> rows) {
    this.across = across;
    this.columns = columns;
    this.up = up;
    this.rows = rows;
  }

  /** Sets a cell, unless the figure is NaN. */
  void put(int column, int row, double figure) {
    if (!Double.isNaN(figure)) {
      cells.add(new Number[] {column, row, figure});
    }
  }

  Drawing drawing() {
    int height = MARGIN + ROW * rows.size();
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(WIDTH)
            .height(height)
            .xAxisTitle(across)
            .yAxisTitle(up)
            .build();
    HeatMapStyler style = chart.getStyler();
    style.setLocale(Locale.ROOT);
    style.setBaseFont(TEXT);
    style.setAxisTitleFont(TEXT).setAxisTickLabelsFont(TEXT);
    style.setChartFontColor(Palette.INK);
    style.setXAxisTitleColor(Palette.INK).setYAxisTitleColor(Palette.INK);
    style.setAxisTickLabelsColor(Palette.INK).setAxisTickMarksColor(Palette.INK);
    style.setChartBackgroundColor(Palette.NONE).setPlotBackgroundColor(Palette.NONE);
    style.setPlotGridLinesVisible(false).setPlotBorderVisible(false);
    style.setLegendVisible(false).setChartTitleVisible(false);
    style.setRangeColors(COLOURS);
    style.setShowValue(true);
    style.setValueFont(TEXT);
    style.setValueFontColor(Color.BLACK);
    style.setHeatMapValueDecimalPattern("0.00");
    style.setYAxisTickMarkSpacingHint(1); // together with high rows: every row has its label
    style.setMin(cells.stream().mapToDouble(cell -> cell[2].doubleValue()).min().orElse(0));
    style.setMax(cells.stream().mapToDouble(cell -> cell[2].doubleValue()).max().orElse(1));
    chart.addSeries("accuracy", columns, rows, cells);
    return new Drawing(WIDTH, height, graphics -> chart.paint(graphics, WIDTH, height));
  }
}
