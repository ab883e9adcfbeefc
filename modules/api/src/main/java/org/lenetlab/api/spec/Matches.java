package org.lenetlab.api.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The legal spelling of a text component, where not every text is legal. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Matches {
  /** A regular expression for the whole text, as Java and ECMAScript understand it. */
  String value();

  /** The same in words: {@code letters and digits}. */
  String consistsOf();
}
