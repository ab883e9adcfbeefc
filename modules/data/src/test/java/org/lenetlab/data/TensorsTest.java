package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.Tensor;

class TensorsTest {
  private static final Tensor X0 =
      Tensor.ofFloats("x/0", List.of(2, 1, 1, 2), new float[] {1, 2, 3, 4});
  private static final Tensor X1 =
      Tensor.ofFloats("x/1", List.of(1, 1, 1, 2), new float[] {-5, 0.5f});
  private static final Tensor Y0 = Tensor.ofLongs("y/0", List.of(2), new long[] {3, 0});
  private static final Tensor Y1 = Tensor.ofLongs("y/1", List.of(1), new long[] {1});

  @TempDir private Path folder;

  @Test
  void tensorsAreJoinedInTheGivenOrder() throws IOException {
    write(X0, X1, Y0, Y1);

    Dataset dataset = load(List.of("x/1", "x/0"), List.of("y/1", "y/0"), null);

    assertThat(dataset.info().shape()).isEqualTo(new Shape(1, 1, 2));
    assertThat(dataset.training().labels()).containsExactly(1, 3, 0);
    assertThat(values(dataset, 0)).containsExactly(-5, 0.5f);
    assertThat(values(dataset, 2)).containsExactly(3, 4);
    assertThat(dataset.info().classes()).containsExactly("0", "1", "2", "3");
    assertThat(dataset.test().count()).isEqualTo(dataset.info().test()).isZero();
    assertThat(load(List.of("x/0", "x/1"), List.of("y/0", "y/1"), null).hash())
        .isNotEqualTo(dataset.hash());
  }

  @Test
  void bytesWithoutChannelsAreGrey() throws IOException {
    write(
        Tensor.ofBytes("x", List.of(1, 2, 2), new byte[] {0, 1, 2, -1}),
        Tensor.ofBytes("y", List.of(1), new byte[] {0}));

    Dataset dataset = load(List.of("x"), List.of("y"), 10);

    assertThat(dataset.info().shape()).isEqualTo(new Shape(1, 2, 2));
    assertThat(dataset.info().classes()).hasSize(10);
    assertThat(values(dataset, 0)).containsExactly(0, 1 / 255f, 2 / 255f, 1);
  }

  @Test
  void doublesAreRounded() throws IOException {
    write(Tensor.ofDoubles("x", List.of(1, 1, 2), new double[] {0.1, -2}), Y1);
    assertThat(values(load(List.of("x"), List.of("y/1"), null), 0)).containsExactly(0.1f, -2);
  }

  @Test
  void tensorsForTestingAreOptional() throws IOException {
    write(X0, X1, Y0, Y1);
    Tensors spec =
        new Tensors("t", List.of("x/0"), List.of("y/0"), List.of("x/1"), List.of("y/1"), null);

    assertThat(spec.load(access()).test().labels()).containsExactly(1);
    assertThat(spec.info(access())).isEqualTo(spec.load(access()).info());
  }

  @Test
  void whatDoesNotFitIsRefusedNamingTheTensors() throws IOException {
    write(
        X0,
        X1,
        Y0,
        Y1,
        Tensor.ofFloats("wide", List.of(1, 1, 1, 3), new float[3]),
        Tensor.ofFloats("flat", List.of(2, 2), new float[4]),
        Tensor.ofBytes("bytes", List.of(1, 1, 1, 2), new byte[2]),
        Tensor.ofLongs("minus", List.of(2), new long[] {0, -1}));

    assertBroken(
        List.of("x/0", "wide"),
        List.of("y/0", "y/1"),
        null,
        "wide F32 [1, 1, 1, 3] does not go with x/0 F32 [2, 1, 1, 2]");
    assertBroken(
        List.of("x/0", "bytes"),
        List.of("y/0", "y/1"),
        null,
        "bytes U8 [1, 1, 1, 2] does not go with x/0 F32 [2, 1, 1, 2]");
    assertBroken(
        List.of("flat"),
        List.of("y/0"),
        null,
        "flat F32 [2, 2] holds no images: expected [n, channels, height, width]");
    assertBroken(
        List.of("x/0"),
        List.of("y/1"),
        null,
        "y/1 I64 [1] does not label x/0 F32 [2, 1, 1, 2]: expected one number per image");
    assertBroken(
        List.of("x/0"), List.of("minus"), null, "tensor 'minus': label -1 at 1, expected 0 … 255");
    assertBroken(List.of("x/0"), List.of("y/0"), 3, "tensor 'y/0': label 3 at 0, expected 0 … 2");
    assertBroken(
        List.of("x/0"),
        List.of("x/0"),
        null,
        "x/0 F32 [2, 1, 1, 2] does not label x/0 F32 [2, 1, 1, 2]");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> load(List.of("x"), List.of("y"), null))
        .isInstanceOf(SpecException.class)
        .hasMessage("file: there is no file " + folder.resolve("t"));
  }

  @Test
  void aMissingTensorIsNamed() throws IOException {
    write(X0, Y0);

    assertThatThrownBy(() -> load(List.of("x/0", "x/7"), List.of("y/0", "y/0"), null))
        .isInstanceOf(SpecException.class)
        .hasMessage("images/1: %s: no tensor 'x/7'; it has y/0, x/0", folder.resolve("t"));
  }

  @Test
  void aFileThatIsSomethingElseIsRefused() throws IOException {
    Files.writeString(folder.resolve("t"), "no safetensors");

    assertBroken(List.of("x"), List.of("y"), null, "not a safetensors file");
  }

  @Test
  void everyTensorOfImagesNeedsItsLabels() {
    assertThatThrownBy(
            () -> new Tensors("t", List.of("a", "b"), List.of("c"), List.of(), List.of(), null))
        .isInstanceOf(SpecException.class)
        .hasMessage("labels: 1 tensors of labels for 2 of images");
    assertThatThrownBy(() -> new Tensors("t", List.of(), List.of(), List.of(), List.of(), null))
        .isInstanceOf(SpecException.class)
        .hasMessage("images: expected at least one tensor");
  }

  private void assertBroken(
      List<String> images, List<String> labels, @Nullable Integer classes, String message) {
    assertThatThrownBy(() -> load(images, labels, classes))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(folder.resolve("t") + ": ")
        .hasMessageContaining(message);
  }

  private Dataset load(List<String> images, List<String> labels, @Nullable Integer classes) {
    return new Tensors("t", images, labels, List.of(), List.of(), classes).load(access());
  }

  private static float[] values(Dataset dataset, int index) {
    float[] values = new float[dataset.info().shape().size()];
    dataset.training().images().values(index, values, 0);
    return values;
  }

  private void write(Tensor... tensors) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("t"))) {
      new Safetensors(Map.of(), List.of(tensors)).writeTo(out);
    }
  }

  private DataAccess access() {
    return new DataAccess(List.of(), folder, null, folder, true, step -> {});
  }
}
