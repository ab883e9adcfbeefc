package org.lenetlab.data;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.DataAccess;

/**
 * How a dataset was published, and where its files lie when somebody has them.
 *
 * @param title the name of the dataset in messages
 * @param folder the name of its folder, here and in the cache
 * @param otherFolders where other tools keep the same files, relative to a data folder
 * @param addresses the published addresses without file names, in the order of preference
 */
record Publication(String title, String folder, List<String> otherFolders, List<String> addresses) {

  Publication {
    otherFolders = List.copyOf(otherFolders);
    addresses = List.copyOf(addresses);
  }

  /** The folders to search, in order, without regard to whether they exist. */
  List<Path> searched(DataAccess access) {
    Set<Path> searched = new LinkedHashSet<>();
    for (Path root : access.folders()) {
      searched.add(root.resolve(folder));
      Path name = root.toAbsolutePath().normalize().getFileName();
      if (name != null && name.toString().equals(folder)) {
        searched.add(root);
      }
      if (!root.equals(access.cache())) {
        otherFolders.forEach(other -> searched.add(root.resolve(other)));
      }
    }
    searched.add(cache(access));
    return List.copyOf(searched);
  }

  /** The first file with one of {@code names} in the searched folders, or null. */
  @Nullable Path find(DataAccess access, List<String> names) {
    for (Path place : searched(access)) {
      for (String name : names) {
        Path file = place.resolve(name);
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    }
    return null;
  }

  /** Where fetched files of this dataset are kept. */
  Path cache(DataAccess access) {
    return access.cache().resolve(folder);
  }

  /** Where the user is told to put the files. */
  Path home(DataAccess access) {
    return searched(access).getFirst();
  }

  /** The addresses of the file called {@code name}, to be tried in this order. */
  List<String> addresses(DataAccess access, String name) {
    URI mirror = access.mirror();
    List<String> bases = mirror == null ? addresses : List.of(mirror.toString());
    List<String> result = new ArrayList<>();
    for (String base : bases) {
      result.add(base.endsWith("/") ? base + name : base + "/" + name);
    }
    return result;
  }
}
