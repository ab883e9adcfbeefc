package org.lenetlab.results.table;

/**
 * A column.
 *
 * @param key its name for programs, such as {@code test-accuracy}
 * @param title its name for people
 * @param decimals of its figures
 * @param setting whether it tells what was tried: folded into the caption when all rows agree
 * @param brief whether a terminal shows only the beginning of long texts
 */
public record Column(String key, String title, int decimals, boolean setting, boolean brief) {

  /** A column of the values of a setting, some of which may be long. */
  public static Column axis(String key, String title) {
    return new Column(key, title, 0, true, true);
  }

  /** A column that tells what was tried. */
  public static Column setting(String key, String title) {
    return new Column(key, title, 0, true, false);
  }

  /** A column that tells what came out. */
  public static Column figure(String key, String title, int decimals) {
    return new Column(key, title, decimals, false, false);
  }
}
