package org.lenetlab.api.spec;

/**
 * One thing that is wrong with a declared value.
 *
 * @param path where, relative to the value that was checked: component names in the file's spelling
 *     (kebab-case) and list indices joined by {@code /}, such as {@code layers/3/kernel}; empty for
 *     the value itself
 * @param message what is wrong and what was expected, one sentence without a final full stop
 */
public record Problem(String path, String message) {

  /**
   * The same problem seen from an enclosing value that holds this one under {@code parent}; an
   * empty parent is the value itself.
   */
  public Problem under(String parent) {
    if (parent.isEmpty()) {
      return this;
    }
    return new Problem(path.isEmpty() ? parent : parent + "/" + path, message);
  }
}
