import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks ({@code check}) or mends ({@code apply}) the layout of every Java file of the project.
 *
 * <p>The build starts this file with the JDK that compiles the sources: inside Maven's own JVM the
 * formatter could not read today's syntax whenever Maven runs on an older Java.
 */
final class Format {
  private static final Formatter FORMATTER = new Formatter();

  public static void main(String[] arguments) throws IOException {
    boolean apply = arguments[0].equals("apply");
    List<String> complaints = new ArrayList<>();
    for (Path file : javaFiles(Path.of(""))) {
      String text = Files.readString(file);
      try {
        String formatted = FORMATTER.formatSourceAndFixImports(text);
        if (formatted.equals(text)) {
          continue;
        }
        if (apply) {
          Files.writeString(file, formatted);
          System.out.println("formatted " + file);
        } else {
          complaints.add(file + ":" + firstDifference(text, formatted) + ": badly formatted");
        }
      } catch (FormatterException e) {
        complaints.add(file + ":" + e.getMessage());
      }
    }
    if (!complaints.isEmpty()) {
      complaints.forEach(System.out::println);
      System.out.println("Cure: mvn -N verify -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of(".ci", "modules", "src")) {
      try (Stream<Path> paths = Files.walk(root.resolve(folder))) {
        paths
            .filter(path -> path.toString().endsWith(".java"))
            .filter(path -> !path.toString().matches(".*[/\\\\]target[/\\\\].*"))
            .forEach(files::add);
      }
    }
    return files;
  }

  private static int firstDifference(String text, String formatted) {
    List<String> actual = text.lines().toList();
    List<String> expected = formatted.lines().toList();
    int line = 0;
    while (line < actual.size()
        && line < expected.size()
        && actual.get(line).equals(expected.get(line))) {
      line++;
    }
    return line + 1;
  }

  private Format() {}
}
