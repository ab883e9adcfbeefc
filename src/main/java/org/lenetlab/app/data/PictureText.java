package org.lenetlab.app.data;

import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;

/** A picture in characters, and its values. */
public final class PictureText {
  private static final String SHADES = " ░▒▓█";

  private PictureText() {}

  /** Two characters per pixel, since they are about twice as high as wide. */
  public static void draw(Picture picture, Console console) {
    for (int row = 0; row < picture.height(); row++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < picture.width(); column++) {
        char shade = SHADES.charAt((picture.brightness(row, column) * SHADES.length()) / 256);
        text.append(shade).append(shade);
      }
      console.println(text.toString());
    }
  }

  /** The values of each channel in hexadecimal, those that are not zero coloured. */
  static void printValues(Picture picture, Console console) {
    for (int channel = 0; channel < picture.channels(); channel++) {
      console.println(picture.channels() == 1 ? "" : "\nchannel " + channel);
      for (int row = 0; row < picture.height(); row++) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < picture.width(); column++) {
          int value = picture.value(channel, row, column);
          String hex = "%02x".formatted(value);
          text.append(column == 0 ? "" : " ");
          text.append(value == 0 ? hex : console.styled(Style.CYAN, hex));
        }
        console.println(text.toString());
      }
    }
  }
}
