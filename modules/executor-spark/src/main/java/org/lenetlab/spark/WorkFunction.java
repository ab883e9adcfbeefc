package org.lenetlab.spark;

import java.util.List;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.function.Function;

/**
 * Has the application's worker do a piece of work. All of the application that Spark gets to see: a
 * name.
 */
final class WorkFunction implements Function<byte[], byte[]> {
  private static final long serialVersionUID = 1L;

  private final String worker;
  private final String[] jars;

  /**
   * @param worker its class
   * @param jars the names of the application's, among the files that Spark has sent along
   */
  WorkFunction(String worker, List<String> jars) {
    this.worker = worker;
    this.jars = jars.toArray(String[]::new);
  }

  @Override
  public byte[] call(byte[] work) {
    List<String> paths = List.of(jars).stream().map(SparkFiles::get).toList();
    IsolatedWorker isolated = IsolatedWorker.of(worker, paths);
    try (ContextLoader _ = new ContextLoader(isolated.loader())) {
      return isolated.worker().apply(work);
    }
  }
}
