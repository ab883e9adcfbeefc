package org.lenetlab.spark;

/**
 * The thread's class loader while it is in foreign code: Spark and {@link java.util.ServiceLoader}
 * find classes by it.
 */
final class ContextLoader implements AutoCloseable {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  ContextLoader(ClassLoader during) {
    Thread.currentThread().setContextClassLoader(during);
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
  }
}
