package org.lenetlab.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a network answered to the test images. */
final class AnswerSections {
  private static final int SCALE = 3;

  /** The strongest colour of a cell in percent: words on it stay readable. */
  private static final int STRONGEST = 60;

  private AnswerSections() {}

  static Section confusion(Confusion confusion, String run, List<String> classes) {
    return new Section("confusion", "Confusion matrix")
        .paragraph(
            "Test images of run %s: how many of each class, by row, were given each class, by column."
                .formatted(run))
        .content(TableView.scrolling(matrix(confusion, classes), "Confusion matrix"))
        .file(
            new Figure(
                "confusion",
                "Confusion matrix of run " + run,
                "Confusion matrix",
                ConfusionDrawing.of(confusion, i -> name(i, classes))));
  }

  private static DomContent matrix(Confusion confusion, List<String> classes) {
    List<Integer> indices = IntStream.range(0, confusion.classes()).boxed().toList();
    return table(
            thead(
                tr(
                    th("label \\ answer").attr("scope", "col"),
                    each(indices, i -> th(name(i, classes)).attr("scope", "col")),
                    th("right").attr("scope", "col"))),
            tbody(
                each(
                    indices,
                    label ->
                        tr(
                            th(name(label, classes)).attr("scope", "row"),
                            each(indices, predicted -> cell(confusion, label, predicted)),
                            td(share(confusion, label))))))
        .withClass("matrix");
  }

  private static String name(int index, List<String> classes) {
    return index < classes.size() ? classes.get(index) : Integer.toString(index);
  }

  private static DomContent cell(Confusion confusion, int label, int predicted) {
    int count = confusion.counts()[label][predicted];
    boolean right = label == predicted;
    long strength = Math.round(STRONGEST * confusion.strength(label, predicted));
    return td(count == 0 ? "·" : String.format(Locale.ROOT, "%,d", count))
        .withClass(right ? "right" : count == 0 ? "none" : "wrong")
        .withStyle("--strength: " + strength + "%");
  }

  private static String share(Confusion confusion, int label) {
    int images = confusion.images(label);
    return images == 0
        ? ""
        : String.format(Locale.ROOT, "%.2f %%", 100.0 * confusion.counts()[label][label] / images);
  }

  /** The wrong answers that the network is surest of. */
  static Section mistakes(Insight insight) {
    Section section = new Section("mistakes", "Most confident mistakes");
    if (insight.mistakes().isEmpty()) {
      return section.paragraph("Run %s answered every test image right.".formatted(insight.run()));
    }
    return section
        .paragraph(
            "The %d of %d wrong answers of run %s that the network is surest of, as it sees the images."
                .formatted(insight.mistakes().size(), insight.wrong(), insight.run()))
        .figures(insight.mistakes().stream().map(m -> figure(m, insight.classes())).toList());
  }

  private static Figure figure(Answer answer, List<String> classes) {
    String label = name(answer.label(), classes);
    String predicted = name(answer.predicted(), classes);
    String sure = String.format(Locale.ROOT, "%.0f %%", 100 * answer.probability());
    LayerMaps image = answer.image();
    return new Figure(
        "mistake-" + answer.index(),
        "%s, taken for %s (%s)".formatted(label, predicted, sure),
        "Test image %d, a %s, taken for a %s with %s"
            .formatted(answer.index(), label, predicted, sure),
        new Raster(Tiles.ink(image.values(), image.shape(), image.shape().channels()), SCALE));
  }
}
