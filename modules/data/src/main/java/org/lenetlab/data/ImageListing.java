package org.lenetlab.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.SpecException;

/**
 * The files of an image folder.
 *
 * @param classes the names of the classes, sorted
 * @param training by class, then by name
 * @param test by class, then by name
 */
record ImageListing(List<String> classes, List<Entry> training, List<Entry> test) {
  private static final int MOST_CLASSES = 256;
  private static final double DEFAULT_TEST_SHARE = 0.2;
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  /** A file and the number of its class. */
  record Entry(Path file, int label) {}

  /**
   * Lists {@code folder}.
   *
   * @param testShare of each class, or null where nothing was asked for
   * @throws DataException if the folder is not an image folder
   * @throws SpecException if there is nothing to take a share of
   */
  static ImageListing of(Path folder, @Nullable Double testShare) {
    List<String> names = folders(folder);
    boolean hasTrain = names.contains("train");
    boolean hasTest = names.contains("test");
    if (hasTrain != hasTest) {
      throw new DataException(
          "%s: has a sub-folder %s but none called %s"
              .formatted(folder, hasTrain ? "train" : "test", hasTrain ? "test" : "train"));
    }
    if (!hasTrain) {
      double share = testShare == null ? DEFAULT_TEST_SHARE : testShare;
      return split(names, entries(folder, names), share);
    }
    if (testShare != null) {
      throw new SpecException(
          "test", "expected no share: there are the folders train and test in " + folder);
    }
    return separate(folder.resolve("train"), folder.resolve("test"));
  }

  private static ImageListing separate(Path training, Path test) {
    List<String> classes = folders(training);
    List<String> testClasses = folders(test);
    if (!classes.equals(testClasses)) {
      throw new DataException(
          "%s has the classes %s, but %s has %s".formatted(training, classes, test, testClasses));
    }
    return new ImageListing(
        classes,
        entries(training, classes).stream().flatMap(List::stream).toList(),
        entries(test, classes).stream().flatMap(List::stream).toList());
  }

  private static ImageListing split(
      List<String> classes, List<List<Entry>> byClass, double testShare) {
    RandomStream random = new RandomStream(0, "image-folder/test");
    List<Entry> training = new ArrayList<>();
    List<Entry> test = new ArrayList<>();
    for (int label = 0; label < byClass.size(); label++) {
      List<Entry> entries = byClass.get(label);
      boolean[] chosen = choose(random.at(label), entries.size(), testShare);
      for (int i = 0; i < chosen.length; i++) {
        (chosen[i] ? test : training).add(entries.get(i));
      }
    }
    return new ImageListing(classes, List.copyOf(training), List.copyOf(test));
  }

  /** Chooses the nearest number to {@code share}, but leaves at least one. */
  private static boolean[] choose(RandomStream random, int count, double share) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    random.shuffle(order);
    boolean[] chosen = new boolean[count];
    int wanted = Math.min((int) Math.round(share * count), count - 1);
    for (int i = 0; i < wanted; i++) {
      chosen[order[i]] = true;
    }
    return chosen;
  }

  private static List<List<Entry>> entries(Path folder, List<String> classes) {
    List<List<Entry>> byClass = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      int label = i;
      Path place = folder.resolve(classes.get(i));
      List<Path> files = list(place, ImageListing::isImage);
      if (files.isEmpty()) {
        throw new DataException(
            "%s: has no images (files ending in %s)".formatted(place, String.join(", ", ENDINGS)));
      }
      byClass.add(files.stream().map(file -> new Entry(file, label)).toList());
    }
    return byClass;
  }

  private static List<String> folders(Path folder) {
    List<String> names = list(folder, Files::isDirectory).stream().map(ImageListing::name).toList();
    if (names.isEmpty() || names.size() > MOST_CLASSES) {
      throw new DataException(
          "%s: expected one sub-folder per class, at most %d; it has %d"
              .formatted(folder, MOST_CLASSES, names.size()));
    }
    return names;
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> !name(path).startsWith("."))
          .filter(wanted)
          .sorted(Comparator.comparing(ImageListing::name))
          .toList();
    } catch (IOException e) {
      throw new DataException(folder + ": cannot be listed: " + e, e);
    }
  }

  private static boolean isImage(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
