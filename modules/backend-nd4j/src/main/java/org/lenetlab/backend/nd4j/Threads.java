package org.lenetlab.backend.nd4j;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads ND4J's native code uses. OpenMP reads its variables when its library is loaded,
 * so they are set before: its threads sleep while they wait, since with spinning ones training
 * almost stops when another process takes a core.
 */
final class Threads {
  private final int count;

  private Threads(int count) {
    this.count = count;
  }

  /** Starts ND4J, if this process has not done so yet. */
  static Threads start(int count) {
    setVariable("OMP_WAIT_POLICY", "passive", false);
    setVariable("OMP_NUM_THREADS", Integer.toString(count), true);
    ND4JClassLoading.setNd4jClassloader(Threads.class.getClassLoader());
    Threads threads = new Threads(count);
    threads.use();
    return threads;
  }

  /** Has the operations that the calling thread starts from now on use them. */
  void use() {
    Environment environment = Nd4j.getEnvironment();
    environment.setMaxThreads(count);
    environment.setMaxMasterThreads(count);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
  }

  /**
   * Sets a variable of this process as native code sees it. Windows has no such function: there
   * OpenMP sees what the user has set.
   */
  private static void setVariable(String name, String value, boolean overwrite) {
    Linker linker = Linker.nativeLinker();
    linker
        .defaultLookup()
        .find("setenv")
        .ifPresent(setenv -> call(linker, setenv, name, value, overwrite ? 1 : 0));
  }

  @SuppressWarnings("restricted") // the launcher permits native access
  private static void call(
      Linker linker, MemorySegment setenv, String name, String value, int overwrite) {
    FunctionDescriptor signature = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    try (Arena arena = Arena.ofConfined()) {
      int status =
          (int)
              linker
                  .downcallHandle(setenv, signature)
                  .invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), overwrite);
      if (status != 0) {
        throw new IllegalStateException("setenv refused " + name);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("cannot set " + name, e);
    }
  }
}
