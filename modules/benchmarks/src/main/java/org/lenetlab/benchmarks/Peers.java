package org.lenetlab.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lenetlab.benchmarks.djl.DjlPeer;
import org.lenetlab.benchmarks.tensorflow.TensorFlowPeer;

/** The frameworks that LeNet Lab is compared with. */
final class Peers {
  private static final Path SYSTEM_PYTHON = Path.of("/usr/bin/python3");

  private Peers() {}

  static List<Peer> all(Places places, double seconds) {
    return List.of(
        python("PyTorch, eager", "eager", places, seconds),
        python("PyTorch, traced", "traced", places, seconds),
        new Peer(
            "DJL (PyTorch)",
            threads ->
                java(
                    places,
                    DjlPeer.class,
                    threads,
                    "-Dai.djl.offline=true",
                    "-DOPT_OUT_TRACKING=true",
                    "-Dai.djl.pytorch.num_interop_threads=1",
                    "-Dai.djl.pytorch.num_threads=" + threads),
            places.log("djl"),
            seconds),
        new Peer(
            "TensorFlow Java",
            threads -> java(places, TensorFlowPeer.class, threads),
            places.log("tensorflow"),
            seconds));
  }

  private static Peer python(String name, String mode, Places places, double seconds) {
    String python = Files.isExecutable(SYSTEM_PYTHON) ? SYSTEM_PYTHON.toString() : "python3";
    return new Peer(
        name,
        threads ->
            List.of(
                python,
                places.module().resolve("src/main/python/peer.py").toString(),
                places.data().toString(),
                Integer.toString(threads),
                mode),
        places.log("pytorch-" + mode),
        seconds);
  }

  private static List<String> java(Places places, Class<?> main, int threads, String... options) {
    List<String> command = new ArrayList<>();
    command.add(places.java());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            places.data().toString(),
            Integer.toString(threads)));
    return command;
  }
}
