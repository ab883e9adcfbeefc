package org.lenetlab.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import j2html.TagCreator;
import j2html.utils.EscapeUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The frame around a page's sections. */
final class Page {
  private Page() {}

  /**
   * The whole page.
   *
   * @param about a line below the title; empty for none
   * @param made by what
   */
  static String html(String title, String about, List<Section> sections, String made) {
    return "<!DOCTYPE html>\n"
        + TagCreator.html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    link().withRel("icon").withHref("data:,"), // browsers ask the network for one
                    title(title + " – LeNet Lab"),
                    style(rawHtml(resource("report.css")))),
                body(
                    header(h1(title), p(about).withCondHidden(about.isEmpty())),
                    nav(ul(each(sections, s -> li(a(s.title()).withHref("#" + s.id())))))
                        .attr("aria-label", "Contents"),
                    main(each(sections, Section::element)),
                    footer(p(made)),
                    script(rawHtml(resource("report.js")))))
            .withLang("en")
            .render()
        + "\n";
  }

  /** The text of a file that belongs to this package. */
  static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code text} as the content of an element or attribute. */
  static String escaped(String text) {
    return EscapeUtil.escape(text);
  }
}
