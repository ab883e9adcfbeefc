package org.lenetlab.results.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Group;

/** Where the figures of groups come from. */
final class Origins {
  private Origins() {}

  /** The origin of a group's figures; null where the command is not known. */
  static Cell.@Nullable Origin of(Group group, TableRequest request) {
    return request.command() == null
        ? null
        : new Cell.Origin(
            group.runs().stream().map(run -> run.record().id()).toList(),
            request.command().apply(group.runs()));
  }

  /** A sentence for each group, where readers are to be told. */
  static List<String> notes(List<Group> groups, List<Axis> axes, TableRequest request) {
    return request.showCommands()
        ? groups.stream().map(group -> note(group, group.nameAmong(groups, axes), request)).toList()
        : List.of();
  }

  private static String note(Group group, String name, TableRequest request) {
    Cell.Origin origin = of(group, request);
    String words = origin == null ? "" : String.join(", ", origin.runs()) + "; " + origin.command();
    return name.isEmpty() ? words : name + ": " + words;
  }
}
