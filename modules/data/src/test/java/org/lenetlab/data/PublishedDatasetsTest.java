package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataFile;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.data.PublishedDataset;

/** The real files, where {@code LENET_DATA} names a folder that has them. */
class PublishedDatasetsTest {

  static List<PublishedDataset> datasets() {
    return List.of(new Mnist(), new FashionMnist());
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void theRealFilesAreReadAndVerified(PublishedDataset spec) {
    String data = System.getenv("LENET_DATA");
    Assumptions.assumeTrue(data != null, "LENET_DATA is not set: real data is not tested");
    Path folder = Path.of(data);
    DataAccess access = new DataAccess(List.of(folder), folder, null, folder, true, step -> {});

    Dataset dataset = spec.load(access);

    assertThat(dataset.training().count()).isEqualTo(dataset.info().training()).isEqualTo(60_000);
    assertThat(dataset.test().count()).isEqualTo(dataset.info().test()).isEqualTo(10_000);
    assertThat(classCounts(dataset.test())).hasSize(10).allMatch(count -> count > 800);
    assertThat(spec.files(access)).extracting(DataFile::problem).containsOnlyNulls();
  }

  private static List<Integer> classCounts(Examples examples) {
    int[] counts = new int[10];
    for (int i = 0; i < examples.count(); i++) {
      counts[examples.label(i)]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }
}
