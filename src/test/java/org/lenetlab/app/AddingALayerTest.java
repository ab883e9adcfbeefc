package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.results.store.ResultsStore;

/** What docs/adding-a-layer.md shows is a plugin that works, as a jar of its own. */
final class AddingALayerTest {
  private static final Path PAGE = Project.file("docs/adding-a-layer.md");
  private static final Pattern TYPE = Pattern.compile("public (?:final )?(?:record|class) (\\w+)");

  @TempDir private static Path folder;

  private static Path jar;
  private static Path experiment;

  @BeforeAll
  static void makesTheJarOfThePage() throws IOException {
    experiment = Files.writeString(folder.resolve("experiment.yaml"), blocks("yaml").getFirst());
    jar = pack("example.jar", blocks("java"), "com.example.ExamplePlugin");
  }

  private static List<String> blocks(String language) throws IOException {
    Pattern block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$");
    return block.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
  }

  private static Path compile(List<String> sources) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                null,
                sources.stream().map(AddingALayerTest::source).toList())
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
    return classes;
  }

  private static JavaFileObject source(String text) {
    Matcher type = TYPE.matcher(text);
    assertThat(type.find()).as(text).isTrue();
    URI uri = URI.create("string:///" + type.group(1) + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static Path pack(String name, List<String> sources, String plugin) throws IOException {
    Path classes = compile(sources);
    Path packed = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(packed);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        entries.write(Files.readAllBytes(file));
      }
      entries.putNextEntry(new JarEntry("META-INF/services/org.lenetlab.plugin.Plugin"));
      entries.write(plugin.getBytes(StandardCharsets.UTF_8));
    }
    return packed;
  }

  private static LenetProcess lenet(String... arguments) throws Exception {
    return LenetProcess.run(List.of(jar), arguments);
  }

  @Test
  void pluginsKindsAreListedWithTheJarThatTheyComeFrom() throws Exception {
    assertThat(lenet("list").out()).containsPattern("conv-pool.*example\\.jar");
  }

  @Test
  void networkWithItsLayersIsTrained() throws Exception {
    Path results = folder.resolve("results");
    LenetProcess run = lenet("run", experiment.toString(), "--results", results.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("2/2", "experiment with-a-plugin");
  }

  @Test
  void bytesOfTheJarBelongToTheIdentity() throws Exception {
    Path results = folder.resolve("identity");
    lenet("run", experiment.toString(), "--results", results.toString());
    try (Stream<Path> records =
        Files.find(results, 3, (file, attributes) -> file.endsWith("run.json"))) {
      assertThat(records.toList())
          .singleElement()
          .satisfies(
              file ->
                  assertThat(file).content().containsPattern("example.jar\" : \"\\p{XDigit}{64}"));
    }
  }

  @Test
  void withoutTheJarItsNamesAreLocatedErrors() throws Exception {
    LenetProcess run = LenetProcess.run(List.of(), "check", experiment.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("experiment.yaml:6").contains("conv-pool");
  }

  @Test
  void brokenPluginIsTheUsersMistakeAndNamed() throws Exception {
    Path other = folder.resolve("broken.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(other))) {
      entries.putNextEntry(new JarEntry("META-INF/services/org.lenetlab.plugin.Plugin"));
      entries.write("com.example.Missing".getBytes(StandardCharsets.UTF_8));
    }
    LenetProcess run = LenetProcess.run(List.of(other), "version");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("com.example.Missing");
  }

  @Test
  void bugThatEndsOneTrialOfASweepSparesTheOthersAndIsNobodysMistake() throws Exception {
    String faulty =
        """
        package com.faulty;
        public final class FaultyPlugin extends org.lenetlab.plugin.Plugin {
          public record Faulty() implements org.lenetlab.api.network.Activation {
            @Override public double value(double x) { throw new IllegalStateException("oops"); }
            @Override public double derivative(double x) { return 1; }
          }
          @Override protected void register(org.lenetlab.plugin.SpecBinder kinds) {
            kinds.activation("faulty", Faulty.class);
          }
        }
        """;
    Path sweep =
        Files.writeString(
            folder.resolve("sweep.yaml"),
            """
            name: sweep
            dataset: {name: synthetic-digits, training: 20, test: 10}
            architecture: {name: mlp, units: [4]}
            optimizer: {name: sgd, learning-rate: 0.1}
            training: {epochs: 1, batch-size: 10}
            backend: reference
            sweep: {axes: {architecture.activation: [faulty, tanh]}}
            """);
    List<Path> jars = List.of(pack("faulty.jar", List.of(faulty), "com.faulty.FaultyPlugin"));
    String results = folder.resolve("sweep").toString();
    for (int i = 0; i < 2; i++) { // the second time it has failed before
      LenetProcess run = LenetProcess.run(jars, "run", sweep.toString(), "--results", results);
      assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
      assertThat(run.out())
          .contains("a bug, please report it: java.lang.IllegalStateException: oops");
    }
    assertThat(ResultsStore.scan(List.of(folder.resolve("sweep"))).runs())
        .filteredOn(run -> run.record().isFinished())
        .hasSize(1);
  }

  @Test
  void nameThatIsRegisteredTwiceStopsTheProgramNamingBoth() throws Exception {
    String other =
        """
        package com.other;
        public final class OtherPlugin extends org.lenetlab.plugin.Plugin {
          public record Softplus() implements org.lenetlab.api.network.Activation {
            @Override public double value(double x) { return x; }
            @Override public double derivative(double x) { return 1; }
          }
          @Override protected void register(org.lenetlab.plugin.SpecBinder kinds) {
            kinds.activation("softplus", Softplus.class);
          }
        }
        """;
    Path second = pack("other.jar", List.of(other), "com.other.OtherPlugin");
    LenetProcess run = LenetProcess.run(List.of(jar, second), "version");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("softplus", "com.example.ExamplePlugin (example.jar)", "com.other.OtherPlugin")
        .doesNotContain("\tat ");
  }
}
