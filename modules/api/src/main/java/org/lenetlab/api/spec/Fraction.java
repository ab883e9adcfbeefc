package org.lenetlab.api.spec;

/** A positive factor written as a number or as a quotient of two: {@code 0.5}, {@code 1/84}. */
public record Fraction(String text, double value) {

  public static final Fraction ONE = new Fraction("1", 1);

  /**
   * Reads the text of a factor.
   *
   * @throws SpecException if it is neither a number nor {@code a/b}, or not positive and finite
   */
  public static Fraction parse(String text) {
    double value;
    try {
      int slash = text.indexOf('/');
      value =
          slash < 0
              ? Double.parseDouble(text.strip())
              : Double.parseDouble(text.substring(0, slash).strip())
                  / Double.parseDouble(text.substring(slash + 1).strip());
    } catch (NumberFormatException e) {
      throw new SpecException(
          "", "expected a number or a quotient such as 1/84, not '" + text + "'");
    }
    SpecException.require(
        value > 0 && Double.isFinite(value), "", "expected a positive factor, not '" + text + "'");
    return new Fraction(text.strip(), value);
  }

  @Override
  public String toString() {
    return text;
  }
}
