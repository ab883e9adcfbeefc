package org.lenetlab.api.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where datasets are looked for and how they are fetched.
 *
 * @param folders searched in order: {@code --data-dir} or {@code LENET_DATA}, then the cache
 * @param cache where fetched files are kept
 * @param mirror replaces the published addresses, or null
 * @param base the folder that relative paths of the experiment file start from
 * @param offline whether fetching is forbidden
 * @param progress is told of a download again and again while it goes on
 */
public record DataAccess(
    List<Path> folders,
    Path cache,
    @Nullable URI mirror,
    Path base,
    boolean offline,
    Consumer<DataProgress> progress) {

  public DataAccess {
    folders = List.copyOf(folders);
  }
}
