package org.lenetlab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** A jar with a layer {@code wave}, which nobody else has. */
final class PluginJar {
  private static final String SOURCE =
      """
      package com.example;

      import java.util.List;
      import org.lenetlab.api.network.Activation;
      import org.lenetlab.api.network.Elementwise;
      import org.lenetlab.api.network.LayerSpec;
      import org.lenetlab.api.network.Op;
      import org.lenetlab.api.network.Shape;
      import org.lenetlab.plugin.Plugin;
      import org.lenetlab.plugin.SpecBinder;

      public final class WavePlugin extends Plugin {
        public record Wave() implements LayerSpec {
          @Override public List<Op> lower(Shape input) {
            return List.of(new Elementwise(input, new Sine()));
          }
        }
        public record Sine() implements Activation {
          @Override public double value(double x) { return StrictMath.sin(x); }
          @Override public double derivative(double x) { return StrictMath.cos(x); }
        }
        @Override protected void register(SpecBinder kinds) {
          kinds.layer("wave", Wave.class);
        }
      }
      """;

  private PluginJar() {}

  static Path make(Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("WavePlugin.java"), SOURCE);
    Path classes = folder.resolve("classes");
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.lenetlab.plugin.Plugin"), "com.example.WavePlugin");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertThat(status).isZero();
    return Files.copy(Jars.of(classes), folder.resolve("wave.jar"));
  }
}
