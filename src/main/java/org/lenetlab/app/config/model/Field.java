package org.lenetlab.app.config.model;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.Matches;
import org.lenetlab.api.spec.Range;

/**
 * A key of a block.
 *
 * @param name as the file spells it
 * @param type what may stand there
 * @param defaultText the value of a file that leaves the key out, as YAML text; null if there is
 *     none
 * @param optional whether it may be left out without having a default
 * @param range legal numbers, or null for all; of the elements where the type is a collection
 * @param spelling legal texts, or null for all
 * @param doc one sentence for the reader; may be empty
 */
public record Field(
    String name,
    FieldType type,
    @Nullable String defaultText,
    boolean optional,
    @Nullable Range range,
    @Nullable Matches spelling,
    String doc) {

  public boolean required() {
    return defaultText == null && !optional;
  }
}
