package org.lenetlab.spark;

/** What Spark's failures mean for the user. */
final class Faults {
  private static final String NEEDS =
      "each needs a JDK 25 with the module jdk.incubator.vector. Install one on every worker and"
          + " name it with --conf spark.executorEnv.JAVA_HOME=…";

  static final String NONE_STARTS =
      "no executor could be started; "
          + NEEDS
          + "; what else may be wrong stands in the folder work/ of the workers";

  private Faults() {}

  static String describe(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("UnsupportedClassVersionError")) {
      return "the executors run on a Java that is too old; " + NEEDS;
    }
    if (message.contains("InvalidClassException")) {
      return "the cluster has another version of Spark than "
          + org.apache.spark.package$.MODULE$.SPARK_VERSION()
          + ": "
          + firstLine(message);
    }
    return "Spark gave up: " + firstLine(message);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
