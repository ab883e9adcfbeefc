package org.lenetlab.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.ResultsStore.StoredRun;

/** Where the figures come from, and how to get them again. */
final class OriginSection {
  private OriginSection() {}

  /**
   * The section.
   *
   * @param again the command that trains the run and its repeats again
   */
  static Section of(StoredRun run, String again) {
    Path file = run.files().experimentFile();
    String text = text(file);
    Section section = new Section("origin", "Experiment and environment");
    section.content(
        p(
            "This command trains run %s again, with its repeats, and compares the bits:"
                .formatted(run.record().id())));
    section.content(pre(code(again)).attr("tabindex", 0));
    section.content(dl(each(facts(run).entrySet(), e -> each(dt(e.getKey()), dd(e.getValue())))));
    if (!text.isEmpty()) {
      section.content(
          details(
              summary("The exact experiment, with all defaults"),
              pre(code(text)).attr("tabindex", 0)));
    }
    return section;
  }

  private static Map<String, String> facts(StoredRun run) {
    Environment environment = run.record().environment();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("run", run.record().hash());
    facts.put("seed", Long.toString(run.record().identity().seed()));
    facts.put("begun", run.record().started());
    facts.put("data", run.record().identity().inputs().data());
    facts.put("processor", environment.cpu() + ", " + environment.cores() + " cores");
    facts.put("vectors", environment.hardware());
    facts.put("threads", Integer.toString(environment.threads()));
    facts.put("system", environment.os());
    facts.put("Java", environment.java());
    facts.put("LeNet Lab", environment.lenet());
    facts.put("commit", environment.commit());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // the record has what matters
    }
  }
}
