package org.lenetlab.app.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lenetlab.app.config.Diagnostic;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.config.Trials;

/**
 * What is found about all trials of a file: each problem once, and of those that not all trials
 * have, which have them.
 */
final class TrialFindings {
  private TrialFindings() {}

  static List<Diagnostic> of(Trials file, List<Checked> trials) {
    Map<Diagnostic, List<Checked>> holders = new LinkedHashMap<>();
    for (Checked trial : trials) {
      for (Diagnostic diagnostic : trial.diagnostics()) {
        holders.computeIfAbsent(diagnostic, _ -> new ArrayList<>()).add(trial);
      }
    }
    List<Diagnostic> found = new ArrayList<>(file.problems());
    holders.forEach(
        (diagnostic, those) ->
            found.add(
                those.size() == trials.size()
                    ? diagnostic
                    : withHolders(diagnostic, those, trials.size())));
    return Report.sorted(found);
  }

  private static Diagnostic withHolders(Diagnostic diagnostic, List<Checked> those, int all) {
    String first = Trials.name(those.getFirst().draft().axes());
    String holders =
        those.size() == 1
            ? "in the trial " + first
            : "in " + those.size() + " of " + all + " trials, the first " + first;
    String hint = diagnostic.hint().isEmpty() ? holders : diagnostic.hint() + "; " + holders;
    return new Diagnostic(diagnostic.severity(), diagnostic.place(), diagnostic.message(), hint);
  }
}
