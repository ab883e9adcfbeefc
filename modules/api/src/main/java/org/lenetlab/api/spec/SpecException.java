package org.lenetlab.api.spec;

import java.util.List;
import java.util.stream.Collectors;

/** A declared value is wrong: the user's mistake, located by the paths of its problems. */
public final class SpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public SpecException(List<Problem> problems) {
    super(
        problems.stream()
            .map(p -> p.path().isEmpty() ? p.message() : p.path() + ": " + p.message())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** A single problem at {@code path}, in the form that {@link Problem#path} describes. */
  public SpecException(String path, String message) {
    this(List.of(new Problem(path, message)));
  }

  public List<Problem> problems() {
    return problems;
  }

  /**
   * The same problems seen from an enclosing value that holds the wrong one under {@code parent}.
   */
  public SpecException under(String parent) {
    return new SpecException(problems.stream().map(p -> p.under(parent)).toList());
  }

  /** Throws unless {@code condition} holds: for the compact constructors of specs. */
  public static void require(boolean condition, String path, String message) {
    if (!condition) {
      throw new SpecException(path, message);
    }
  }
}
