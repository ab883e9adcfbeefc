import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Totals the test reports of all modules: every skipped test with its reason, then the line {@code
 * N passed, N failed, N skipped}.
 *
 * <p>Exits with 1 when a test failed, when none passed, or when {@code LENET_DATA} is set and a
 * test was skipped for lack of it.
 */
final class Summary {
  private int passed;
  private int failed;
  private int skipped;
  private boolean dataIgnored;

  public static void main(String[] arguments)
      throws IOException, ParserConfigurationException, SAXException {
    Summary summary = new Summary();
    for (Path report : reports()) {
      summary.add(report);
    }
    boolean dataExpected = System.getenv("LENET_DATA") != null;
    if (dataExpected && summary.dataIgnored) {
      System.out.println("LENET_DATA is set, but a test was skipped for lack of it");
    }
    System.out.printf(
        "%d passed, %d failed, %d skipped%n", summary.passed, summary.failed, summary.skipped);
    boolean good =
        summary.failed == 0 && summary.passed > 0 && !(dataExpected && summary.dataIgnored);
    System.exit(good ? 0 : 1);
  }

  private static List<Path> reports() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .filter(file -> file.getParent().endsWith("target/surefire-reports"))
          .sorted()
          .toList();
    }
  }

  private void add(Path report) throws IOException, ParserConfigurationException, SAXException {
    NodeList tests =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      if (has(test, "failure") || has(test, "error")) {
        failed++;
      } else if (has(test, "skipped")) {
        skipped++;
        String reason = reason((Element) test.getElementsByTagName("skipped").item(0));
        dataIgnored |= reason.contains("LENET_DATA");
        System.out.printf(
            "skipped: %s.%s: %s%n",
            test.getAttribute("classname"), test.getAttribute("name"), reason);
      } else {
        passed++;
      }
    }
  }

  private static boolean has(Element test, String outcome) {
    return test.getElementsByTagName(outcome).getLength() > 0;
  }

  private static String reason(Element skipped) {
    String reason = skipped.getAttribute("message");
    return reason.isEmpty() ? skipped.getTextContent().lines().findFirst().orElse("") : reason;
  }

  private Summary() {}
}
