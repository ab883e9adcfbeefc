package org.lenetlab.app.check;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.app.config.Diagnostic;
import org.lenetlab.app.config.Draft;
import org.lenetlab.app.config.Report;

/**
 * Collects what is found about a file; paths are those of its values, such as {@code
 * training/epochs}.
 */
final class Findings {
  private final Draft draft;
  private final List<Diagnostic> found = new ArrayList<>();

  Findings(Draft draft) {
    this.draft = draft;
    found.addAll(draft.problems());
    found.addAll(draft.dropped());
  }

  void error(String path, String message, String hint) {
    found.add(Diagnostic.error(draft.place(path), message, hint));
  }

  void warning(String path, String message, String hint) {
    found.add(Diagnostic.warning(draft.place(path), message, hint));
  }

  void note(String path, String message, String hint) {
    found.add(Diagnostic.note(draft.place(path), message, hint));
  }

  /** The problems of the value at {@code path}. */
  void errors(SpecException e, String path) {
    errors(e, path, "");
  }

  /** The problems of the value at {@code path}, with a suggestion for all of them. */
  void errors(SpecException e, String path, String hint) {
    draft.locate(e, path).forEach(p -> found.add(Diagnostic.error(p.place(), p.message(), hint)));
  }

  /** Notes what {@code requirement} throws, as problems of the value at {@code path}. */
  void require(String path, Runnable requirement) {
    try {
      requirement.run();
    } catch (SpecException e) {
      errors(e, path);
    }
  }

  /** Everything that was found, in the order of the places. */
  List<Diagnostic> all() {
    return Report.sorted(found);
  }
}
