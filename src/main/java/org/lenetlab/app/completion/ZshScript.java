package org.lenetlab.app.completion;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/** The script for zsh. */
final class ZshScript {
  private ZshScript() {}

  static String of(List<CompletedCommand> commands) {
    return """
    #compdef lenet
    # zsh completion for lenet; in ~/.zshrc, after compinit: source <(lenet completion zsh)
    _lenet_runs() {
      local -a runs=(results/*(N/:t) results/*/*(N/:t))
      compadd -a runs
      _files
    }
    _lenet() {
      local -a commands=(
    %s  )
      if (( CURRENT == 2 )); then
        _describe command commands
        return
      fi
      case "$words[2] $words[3]" in
    %s  esac
    }
    compdef _lenet lenet ./lenet
    """
        .formatted(described(commands), arguments(commands));
  }

  private static String described(List<CompletedCommand> commands) {
    Map<String, String> summaries = new TreeMap<>();
    commands.forEach(command -> summaries.putIfAbsent(command.first(), command.summary()));
    return summaries.entrySet().stream()
        .map(c -> "    " + quoted(c.getKey() + ":" + escaped(c.getValue())) + "\n")
        .collect(Collectors.joining());
  }

  private static String arguments(List<CompletedCommand> commands) {
    return commands.stream().map(ZshScript::arguments).collect(Collectors.joining());
  }

  private static String arguments(CompletedCommand command) {
    boolean oneWord = command.words().size() == 1;
    String options =
        command.options().stream()
            .map(option -> " " + quoted(option(option)))
            .collect(Collectors.joining());
    String first = oneWord ? "" : " '1:command:(" + command.words().getLast() + ")'";
    String rest = command.takesRun() ? "*:run:_lenet_runs" : "*:file:_files";
    return "    \"%s\"*) shift words; (( CURRENT-- )); _arguments%s%s '%s' ;;\n"
        .formatted(command.name() + (oneWord ? " " : ""), options, first, rest);
  }

  private static String option(Option option) {
    String argument = option.hasArg() ? ":" + option.getArgName() + ":_files" : "";
    return "--%s[%s]%s".formatted(option.getLongOpt(), bracketed(option), argument);
  }

  private static String bracketed(Option option) {
    return escaped(option.getDescription()).replace("[", "\\[").replace("]", "\\]");
  }

  private static String escaped(String text) {
    return text.replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
