package org.lenetlab.app.config.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.Shorthand;

/**
 * A block as its record describes it.
 *
 * @param type the record
 * @param fields its keys, in the order of the record's components; without the flat one
 * @param flat the category whose kind's keys stand beside the block's own, or null
 * @param flatComponent the index of the flat component, or -1
 */
public record RecordModel(
    Class<? extends Record> type, List<Field> fields, @Nullable Category flat, int flatComponent) {

  public RecordModel {
    fields = List.copyOf(fields);
  }

  /** The key called {@code name}, or null. */
  public @Nullable Field field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * The key that a bare value stands for: the declared shorthand, or the only key beside a layer's
   * name; null if there is none.
   */
  public @Nullable Field shorthand() {
    Shorthand declared = type.getAnnotation(Shorthand.class);
    if (declared != null) {
      return field(Names.ofComponent(declared.value()));
    }
    List<Field> candidates = new ArrayList<>(fields);
    candidates.removeIf(f -> f.name().equals(Category.NAME));
    return flat == null && candidates.size() == 1 ? candidates.getFirst() : null;
  }

  /**
   * The fields of this block together with those of the kind that stands in its flat component.
   *
   * @throws IllegalStateException if both have the same key, which is a bug of the kind's plugin
   */
  public RecordModel with(RecordModel kind) {
    for (Field field : fields) {
      if (kind.field(field.name()) != null) {
        throw new IllegalStateException(
            kind.type.getName()
                + " has the key "
                + field.name()
                + ", which "
                + type.getName()
                + " has too");
      }
    }
    List<Field> all = new ArrayList<>(kind.fields);
    all.addAll(fields);
    return new RecordModel(type, all, flat, flatComponent);
  }
}
