package org.lenetlab.backend.nd4j.spec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;

/** Asks the CUDA driver, by its C interface, which GPUs it has. */
final class NvidiaDriver {
  private static final String LIBRARY = "libcuda.so.1";
  private static final int MAJOR = 75;
  private static final int MINOR = 76;
  private static final int NAME_LENGTH = 256;

  private final SymbolLookup library;
  private final MemorySegment number;
  private final MemorySegment text;

  private NvidiaDriver(SymbolLookup library, Arena arena) {
    this.library = library;
    number = arena.allocate(JAVA_INT);
    text = arena.allocate(NAME_LENGTH);
  }

  /** The GPUs of this machine; none without a driver. */
  static List<Gpu> gpus() {
    if (!isLoadable(LIBRARY)) {
      return List.of();
    }
    try (Arena arena = Arena.ofConfined()) {
      return new NvidiaDriver(open(LIBRARY, arena), arena).list();
    }
  }

  /** Whether the system's loader finds a shared library. */
  static boolean isLoadable(String library) {
    try (Arena arena = Arena.ofConfined()) {
      open(library, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @SuppressWarnings("restricted") // the launcher permits native access
  private static SymbolLookup open(String library, Arena arena) {
    return SymbolLookup.libraryLookup(library, arena);
  }

  private List<Gpu> list() {
    List<Gpu> gpus = new ArrayList<>();
    int count = call("cuInit", 0) && call("cuDeviceGetCount", number) ? result() : 0;
    for (int ordinal = 0; ordinal < count; ordinal++) {
      if (call("cuDeviceGet", number, ordinal)) {
        gpus.add(gpu(result()));
      }
    }
    return gpus;
  }

  private Gpu gpu(int device) {
    String name = call("cuDeviceGetName", text, NAME_LENGTH, device) ? text.getString(0) : "GPU";
    return new Gpu(name, attribute(MAJOR, device), attribute(MINOR, device));
  }

  private int attribute(int attribute, int device) {
    return call("cuDeviceGetAttribute", number, attribute, device) ? result() : 0;
  }

  private int result() {
    return number.get(JAVA_INT, 0);
  }

  /** Calls a function with parameters of the types {@code int} and pointer; whether it succeeds. */
  @SuppressWarnings("restricted") // the launcher permits native access
  private boolean call(String function, Object... arguments) {
    FunctionDescriptor signature = FunctionDescriptor.of(JAVA_INT);
    for (Object argument : arguments) {
      signature =
          signature.appendArgumentLayouts(argument instanceof MemorySegment ? ADDRESS : JAVA_INT);
    }
    try {
      MemorySegment address = library.find(function).orElseThrow();
      return (int)
              Linker.nativeLinker()
                  .downcallHandle(address, signature)
                  .invokeWithArguments(arguments)
          == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot call " + function + " of " + LIBRARY, e);
    }
  }
}
