package org.lenetlab.app.config;

/**
 * Where something stands in what the user wrote.
 *
 * @param source how messages call it: the file as it was named on the command line
 * @param line counted from 1; 0 for the source as a whole
 * @param column counted from 1
 * @param length number of characters that a caret line marks
 * @param text the whole line
 */
public record Place(String source, int line, int column, int length, String text) {}
