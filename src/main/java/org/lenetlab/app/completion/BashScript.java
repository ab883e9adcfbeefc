package org.lenetlab.app.completion;

import java.util.List;
import java.util.stream.Collectors;

/** The script for bash. */
final class BashScript {
  private BashScript() {}

  static String of(List<CompletedCommand> commands) {
    return """
    # bash completion for lenet; in ~/.bashrc: source <(lenet completion bash)
    _lenet() {
      local word=${COMP_WORDS[COMP_CWORD]} options= runs=
      if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "%s" -- "$word"))
        return
      fi
      case "${COMP_WORDS[1]} ${COMP_WORDS[2]}" in
    %s%s  esac
      case $word in
        -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
        *)
          COMPREPLY=($(compgen -f -- "$word"))
          if [ -n "$runs" ] && [ -d results ]; then
            COMPREPLY+=($(compgen -W "$(cd results && ls -d -- */* * | sed 's|.*/||')" -- "$word"))
          fi ;;
      esac
    }
    complete -o filenames -F _lenet lenet ./lenet
    """
        .formatted(firstWords(commands), groups(commands), options(commands));
  }

  private static String firstWords(List<CompletedCommand> commands) {
    return commands.stream()
        .map(CompletedCommand::first)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The second word of commands that have two, while it is typed. */
  private static String groups(List<CompletedCommand> commands) {
    return commands.stream()
        .filter(command -> command.words().size() == 2)
        .collect(
            Collectors.groupingBy(
                CompletedCommand::first,
                Collectors.mapping(c -> c.words().getLast(), Collectors.joining(" "))))
        .entrySet()
        .stream()
        .map(
            group ->
                """
                    %s*)
                      if [ "$COMP_CWORD" -eq 2 ]; then
                        COMPREPLY=($(compgen -W "%s" -- "$word"))
                        return
                      fi ;;&
                """
                    .formatted(quoted(group.getKey() + " "), group.getValue()))
        .collect(Collectors.joining());
  }

  private static String options(List<CompletedCommand> commands) {
    return commands.stream()
        .map(
            command ->
                "    %s*) options='%s'%s ;;\n"
                    .formatted(
                        quoted(command.name() + (command.words().size() == 1 ? " " : "")),
                        command.options().stream()
                            .map(option -> "--" + option.getLongOpt())
                            .collect(Collectors.joining(" ")),
                        command.takesRun() ? " runs=yes" : ""))
        .collect(Collectors.joining());
  }

  private static String quoted(String pattern) {
    return '"' + pattern + '"';
  }
}
