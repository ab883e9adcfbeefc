package org.lenetlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of curves over epochs or over the values of a setting. */
final class LineChart {
  static final int WIDTH = 600;
  static final int HEIGHT = 360;

  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
  private static final float LINE = 2.2f;
  private static final int NAME = 24;
  private static final int FEW_POINTS = 12;

  /** Digits of values from here on would leave no room for the chart. */
  private static final double HUGE = 1e6;

  private static final List<float[]> DASHES =
      List.of(
          new float[] {1, 0},
          new float[] {8, 4},
          new float[] {2, 4},
          new float[] {10, 4, 2, 4},
          new float[] {5, 3},
          new float[] {14, 5});

  private final XYChart chart;
  private int curves;

  LineChart(String across, String up) {
    chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(across).yAxisTitle(up).build();
    XYStyler style = chart.getStyler();
    style.setLocale(Locale.ROOT);
    style.setBaseFont(TEXT).setLegendFont(TEXT);
    style.setAxisTitleFont(TEXT).setAxisTickLabelsFont(TEXT);
    style.setChartFontColor(Palette.INK);
    style.setXAxisTitleColor(Palette.INK).setYAxisTitleColor(Palette.INK);
    style.setAxisTickLabelsColor(Palette.INK).setAxisTickMarksColor(Palette.INK);
    style.setChartBackgroundColor(Palette.NONE).setPlotBackgroundColor(Palette.NONE);
    style.setLegendBackgroundColor(Palette.NONE).setLegendBorderColor(Palette.NONE);
    style.setPlotBorderVisible(false).setPlotBorderColor(Palette.NONE);
    style.setPlotGridLinesColor(Palette.GRID).setPlotGridVerticalLinesVisible(false);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setChartPadding(4);
    style.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Vertical);
    style.setYAxisDecimalPattern("#,##0.######");
    style.setMarkerSize(6);
  }

  /** With a logarithmic axis, for figures of several magnitudes; all are to be positive. */
  LineChart logarithmic() {
    chart.getStyler().setYAxisLogarithmic(true);
    return this;
  }

  /** With the axis from 0 up. */
  LineChart fromZero() {
    chart.getStyler().setYAxisMin(0.0);
    return this;
  }

  /** With whole numbers only on the axis across, such as those of epochs. */
  LineChart counting(int from, int to) {
    XYStyler style = chart.getStyler();
    style.setXAxisDecimalPattern("0").setXAxisMaxLabelCount(Math.min(10, to - from + 1));
    style.setXAxisMin(from == to ? from - 0.5 : (double) from);
    style.setXAxisMax(from == to ? to + 0.5 : (double) to);
    return this;
  }

  /**
   * With words at the places 0, 1, 2 … across, below what is drawn.
   *
   * @param low the smallest value that is drawn
   * @param high the largest
   */
  LineChart labelled(List<String> words, double low, double high) {
    XYStyler style = chart.getStyler();
    double room = high > low ? (high - low) / 8 : 1;
    style.setXAxisTicksVisible(false);
    style.setXAxisMin(-0.4).setXAxisMax(words.size() - 0.6);
    style.setYAxisMin(low - room).setYAxisMax(high + room);
    for (int i = 0; i < words.size(); i++) {
      note(words.get(i), i, low - 0.8 * room);
    }
    return this;
  }

  /** With an axis upwards from 0 to 1 that says nothing. */
  LineChart withoutScale() {
    XYStyler style = chart.getStyler();
    style.setYAxisTicksVisible(false).setPlotGridLinesVisible(false).setLegendVisible(false);
    return this;
  }

  /** Adds a line up from 0 to 1. */
  void addAxis(double across) {
    XYSeries axis =
        chart.addSeries("axis " + across, new double[] {across, across}, new double[] {0, 1});
    axis.setLineColor(Palette.GRID);
    axis.setLineStyle(new BasicStroke(LINE));
    axis.setMarker(SeriesMarkers.NONE);
  }

  /** Adds a line over the places 0, 1, 2 … */
  void addLine(String name, double[] up, boolean important) {
    double[] across = IntStream.range(0, up.length).asDoubleStream().toArray();
    XYSeries series = chart.addSeries(name, across, up);
    series.setLineColor(Palette.series(important ? 1 : 0));
    series.setLineStyle(new BasicStroke(important ? 2 * LINE : LINE / 2));
    series.setMarker(SeriesMarkers.NONE);
  }

  /** Writes words around a place of the chart. */
  void note(String words, double across, double up) {
    AnnotationText note = new AnnotationText(words, across, up, false);
    chart.getStyler().setAnnotationTextFont(TEXT).setAnnotationTextFontColor(Palette.INK);
    chart.addAnnotation(note);
  }

  /** Adds a curve, and a band where its ends differ. */
  LineChart add(Curve curve) {
    Color colour = Palette.series(curves);
    if (curve.hasBand()) {
      addBand(curve, colour);
    }
    if (Arrays.stream(curve.high()).anyMatch(high -> high >= HUGE)) {
      chart.getStyler().setYAxisDecimalPattern("0.##E0");
    }
    XYSeries series = chart.addSeries(curve.name(), curve.across(), curve.middle());
    series.setLineColor(colour);
    series.setLineStyle(stroke(DASHES.get(curves % DASHES.size())));
    series.setMarker(
        curve.across().length <= FEW_POINTS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    series.setMarkerColor(colour);
    curves++;
    return this;
  }

  private static BasicStroke stroke(float[] dash) {
    return new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private void addBand(Curve curve, Color colour) {
    int n = curve.across().length;
    double[] across = new double[2 * n];
    double[] up = new double[2 * n];
    IntStream.range(0, n)
        .forEach(
            i -> {
              across[i] = curve.across()[i];
              up[i] = curve.high()[i];
              across[2 * n - 1 - i] = curve.across()[i];
              up[2 * n - 1 - i] = curve.low()[i];
            });
    XYSeries band = chart.addSeries(curve.name() + " band", across, up);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(Palette.band(colour));
    band.setLineColor(Palette.NONE);
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
  }

  /** What has been charted. */
  Drawing drawing() {
    int height = HEIGHT + Math.max(0, curves - 1) * NAME;
    return new Drawing(WIDTH, height, graphics -> chart.paint(graphics, WIDTH, height));
  }
}
