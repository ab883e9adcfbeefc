package org.lenetlab.api.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The legal range of a numeric record component. Leave out the bounds that do not apply. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  /** The smallest legal value. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The largest legal value. */
  double max() default Double.POSITIVE_INFINITY;

  /** Legal values are larger than this. */
  double above() default Double.NEGATIVE_INFINITY;

  /** Legal values are smaller than this. */
  double below() default Double.POSITIVE_INFINITY;
}
