package org.lenetlab.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.DataFile;

/** The files of a publication on this machine: found, fetched where they are missing, verified. */
final class PublishedFiles {
  private final Publication publication;
  private final List<? extends PublishedFile> files;
  private final DataAccess access;

  PublishedFiles(Publication publication, List<? extends PublishedFile> files, DataAccess access) {
    this.publication = publication;
    this.files = files;
    this.access = access;
  }

  /**
   * Where each file lies, after fetching those that are missing. Only the fetched ones are
   * verified.
   *
   * @throws DataException if one is missing and cannot be fetched
   */
  List<Path> require() {
    fetch(files.stream().filter(file -> publication.find(access, file.names()) == null).toList());
    List<Path> paths = new ArrayList<>();
    for (PublishedFile file : files) {
      Path path = publication.find(access, file.names());
      if (path == null) {
        throw new DataException(file.publishedName() + " disappeared while it was looked for");
      }
      paths.add(path);
    }
    return paths;
  }

  /**
   * The result of {@code reader}, which reads files that {@link #require} has found.
   *
   * @throws DataException if one is broken, with the cure
   */
  <T> T read(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (DataException e) {
      throw new DataException(
          "%s\n  delete or replace it; if it lies in the cache: lenet data fetch %s"
              .formatted(e.getMessage(), publication.folder()),
          e);
    }
  }

  /** The state of each file; those that are there are verified. */
  List<DataFile> states() {
    return files.parallelStream().map(this::state).toList();
  }

  private DataFile state(PublishedFile file) {
    Path path = publication.find(access, file.names());
    if (path == null) {
      return new DataFile(file.publishedName(), null, "not found in " + searched());
    }
    try {
      file.verify(path, path.toString());
      return new DataFile(file.publishedName(), path, null);
    } catch (DataException e) {
      return new DataFile(file.publishedName(), path, e.getMessage());
    }
  }

  /**
   * Fetches what is missing, and what lies broken in the cache.
   *
   * @throws DataException if a file cannot be fetched, or is broken elsewhere
   */
  void fetch() {
    List<PublishedFile> wanted = new ArrayList<>();
    for (PublishedFile file : files) {
      DataFile state = state(file);
      Path path = state.path();
      if (path == null || (state.problem() != null && path.startsWith(publication.cache(access)))) {
        wanted.add(file);
      } else if (state.problem() != null) {
        throw new DataException(
            state.problem() + "\n  delete or replace it: fetching mends only files in the cache");
      }
    }
    fetch(wanted);
  }

  private void fetch(List<? extends PublishedFile> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    if (access.offline()) {
      throw missing(wanted, "offline");
    }
    try (RemoteSource source = new RemoteSource(RemoteSource.PATIENCE)) {
      Downloader downloader = new Downloader(source, access.progress());
      for (PublishedFile file : wanted) {
        String name = file.publishedName();
        downloader.fetch(
            publication.addresses(access, name), publication.cache(access).resolve(name), file);
      }
    } catch (DataException e) {
      throw missing(wanted, String.valueOf(e.getMessage()));
    }
  }

  private DataException missing(List<? extends PublishedFile> wanted, String failure) {
    String names =
        wanted.stream().map(PublishedFile::publishedName).collect(Collectors.joining(", "));
    return new DataException(
        """
        %s lacks %s
          looked for in %s
          not fetched: %s
          put %s into %s or name another folder with --data-dir;
          without any data try: lenet run experiments/quickstart.yaml\
        """
            .formatted(
                publication.title(),
                names,
                searched(),
                failure.replace("\n", "\n    "),
                wanted.size() == 1 ? "it" : "them",
                publication.home(access)));
  }

  private String searched() {
    return publication.searched(access).stream()
        .map(Path::toString)
        .collect(Collectors.joining(", "));
  }
}
