package org.lenetlab.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lenetlab.benchmarks.data.TensorFile;

/**
 * Runs the peers and LeNet Lab side by side. Writes {@code comparison.json} and {@code
 * comparison.md} to the module's {@code target} folder, and puts the latter into {@code
 * docs/benchmarks.md} and its table into the README. Arguments: the project's folder, rounds,
 * seconds per measurement.
 */
public final class Comparison {
  private static final String BEGIN = "<!-- begin comparison -->\n";
  private static final String END = "<!-- end comparison -->\n";

  private Comparison() {}

  /** Measures for some minutes. */
  public static void main(String[] arguments) throws IOException {
    Places places = new Places(Path.of(arguments[0]).toAbsolutePath().normalize());
    int rounds = Integer.parseInt(arguments[1]);
    double seconds = Double.parseDouble(arguments[2]);
    TensorFile.writeAll(places.data());
    LenetLab lenet = new LenetLab("LeNet Lab", "simd", places, seconds);
    LenetLab nd4j = new LenetLab("LeNet Lab on ND4J", "nd4j", places, seconds);
    List<Peer> peers = Peers.all(places, seconds);
    List<Contestant> contestants = new ArrayList<>(List.of(lenet));
    contestants.addAll(peers);
    contestants.add(nd4j);
    Duel duel = new Duel(contestants, rounds, System.out);
    try {
      duel.run();
      write(new Report(duel, lenet, peers, Map.of()), places);
      System.out.println("processes");
      Map<String, String> figures = new Figures(places, lenet, peers, System.out).measure();
      write(new Report(duel, lenet, peers, figures), places);
    } finally {
      peers.forEach(Peer::close);
    }
  }

  private static void write(Report report, Places places) throws IOException {
    Files.writeString(places.target().resolve("comparison.json"), report.json());
    Files.writeString(places.target().resolve("comparison.md"), report.markdown());
    publish(places.project().resolve("docs/benchmarks.md"), report.markdown());
    publish(places.project().resolve("README.md"), report.rates());
    System.out.println("\n" + report.markdown());
  }

  /** Replaces what is between the two marks of the page. */
  private static void publish(Path page, String table) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          page + " has no block between " + BEGIN.strip() + " and " + END.strip());
    }
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + text.substring(end));
  }
}
