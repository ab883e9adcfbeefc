package org.lenetlab.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;

import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** A part of the page under a heading of its own. */
final class Section {
  private final String id;
  private final String title;
  private final List<DomContent> contents = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  Section(String id, String title) {
    this.id = id;
    this.title = title;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  List<Figure> figures() {
    return figures;
  }

  /** Adds a paragraph. */
  Section paragraph(String words) {
    return content(p(words));
  }

  Section content(DomContent content) {
    contents.add(content);
    return this;
  }

  /** Adds figures, side by side where there is room. */
  Section figures(List<Figure> added) {
    figures.addAll(added);
    return content(TagCreator.div(each(added, Section::element)).withClass("figures"));
  }

  Section figure(Figure added) {
    return figures(List.of(added));
  }

  /** Adds a figure for the folder of pictures only: the page shows what it shows otherwise. */
  Section file(Figure figure) {
    figures.add(figure);
    return this;
  }

  private static DomContent element(Figure figure) {
    return TagCreator.figure(
        switch (figure.picture()) {
          case Drawing drawing -> rawHtml(drawing.element(figure.name(), figure.words()));
          case Raster raster ->
              img()
                  .withClass("pixels")
                  .withSrc(raster.dataUrl())
                  .withAlt(figure.words())
                  .attr("width", raster.width())
                  .attr("height", raster.height());
        },
        figcaption(figure.caption()));
  }

  DomContent element() {
    return section(h2(title).withId(id + "-title"), each(contents, content -> content))
        .withId(id)
        .attr("aria-labelledby", id + "-title");
  }
}
