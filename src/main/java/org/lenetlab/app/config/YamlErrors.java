package org.lenetlab.app.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what a YAML parser complains about. */
final class YamlErrors {
  private YamlErrors() {}

  static Diagnostic explain(Source source, MarkedYamlEngineException e) {
    Optional<Mark> mark =
        e.getProblemMark().filter(m -> source.hasLine(m.getLine())).or(e::getContextMark);
    Place place = mark.map(m -> source.place(m, m)).orElse(Place.of(source.name()));
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (problem.contains("'\\t(TAB)'") || place.text().startsWith("\t")) {
      return Diagnostic.error(place, "a tab cannot indent", "use spaces");
    }
    return Diagnostic.error(
        place, "not YAML: " + problem, e.getContext() == null ? "" : e.getContext());
  }
}
