package org.lenetlab.report;

/**
 * A picture with its words.
 *
 * @param name of its files, without ending; unlike that of other figures
 * @param caption below it
 * @param words that say what it shows to those who do not see it
 */
record Figure(String name, String caption, String words, Picture picture) {
  /** The same under another name. */
  Figure named(String other) {
    return new Figure(other, caption, words, picture);
  }
}
