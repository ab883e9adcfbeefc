package org.lenetlab.api.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the component that a bare value stands for: with {@code @Shorthand("rate")} the file may
 * say {@code dropout: 0.5} for {@code dropout: {rate: 0.5}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shorthand {
  String value();
}
