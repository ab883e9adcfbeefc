package org.lenetlab.app.config.model;

import com.google.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Flat;
import org.lenetlab.api.spec.Matches;
import org.lenetlab.api.spec.Range;
import org.lenetlab.app.config.model.Category.Form;
import org.lenetlab.plugin.Kind;
import org.lenetlab.plugin.Registry;

/** All categories and all blocks of an experiment file. Safe to use from several threads. */
public final class Catalog {
  private final List<Category> categories;
  private final FieldTypes types;
  private final Map<Class<?>, RecordModel> models = new ConcurrentHashMap<>();

  /** The categories that plugins extend, and the closed ones of the API. */
  @Inject
  public Catalog(Registry registry) {
    this.categories =
        List.of(
            open(registry, DatasetSpec.class, "dataset", Form.NAMED),
            open(registry, Transform.class, "transform", Form.NAMED),
            open(registry, Augmentation.class, "augmentation", Form.NAMED),
            open(registry, ArchitectureSpec.class, "architecture", Form.NAMED),
            open(registry, LayerSpec.class, "layer", Form.KEYED),
            open(registry, Activation.class, "activation", Form.NAMED),
            open(registry, Initializer.class, "initializer", Form.NAMED),
            closed(
                Loss.class,
                "loss",
                Form.NAMED,
                Map.of(
                    "cross-entropy", Loss.CrossEntropy.class,
                    "mse", Loss.MeanSquaredError.class,
                    "rbf-mle", Loss.RbfMle.class,
                    "rbf-map", Loss.RbfMap.class)),
            open(registry, OptimizerSpec.class, "optimizer", Form.NAMED),
            closed(
                Schedule.class,
                "schedule",
                Form.KEYED,
                Map.of("step", Schedule.Step.class, "cosine", Schedule.Cosine.class)),
            open(registry, BackendSpec.class, "backend", Form.NAMED),
            closed(
                Strategy.class,
                "strategy",
                Form.NAMED,
                Map.of(
                    "grid", Strategy.Grid.class,
                    "random", Strategy.Random.class,
                    "halving", Strategy.Halving.class)));
    this.types = new FieldTypes(categories);
  }

  private static <T> Category open(Registry registry, Class<T> type, String noun, Form form) {
    Collection<Kind<T>> kinds = registry.kinds(type);
    return new Category(
        type,
        noun,
        form,
        kinds.stream().collect(Collectors.toMap(Kind::name, Function.identity())));
  }

  private static <T> Category closed(
      Class<T> type, String noun, Form form, Map<String, Class<? extends T>> kinds) {
    return new Category(
        type,
        noun,
        form,
        kinds.entrySet().stream()
            .map(kind -> new Kind<>(type, kind.getKey(), kind.getValue(), type))
            .collect(Collectors.toMap(Kind::name, Function.identity())));
  }

  /** All categories, in the order in which a reader meets them. */
  public List<Category> categories() {
    return categories;
  }

  /** The name of the kind that {@code value}, of the given category, is of. */
  public String nameOf(Class<?> category, Object value) {
    return category(category).kindOf(value).name();
  }

  /**
   * The category of what extends {@code type}.
   *
   * @throws IllegalArgumentException if nothing named does
   */
  public Category category(Class<?> type) {
    return categories.stream()
        .filter(category -> category.type() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there are no kinds of " + type));
  }

  /**
   * The keys of a kind.
   *
   * @throws IllegalStateException if its record cannot be written in a file, a bug of its plugin
   */
  public RecordModel keys(Kind<?> kind) {
    return block(kind.type().asSubclass(Record.class));
  }

  /** The keys of a block. */
  public RecordModel block(Class<? extends Record> type) {
    RecordModel known = models.get(type);
    if (known != null) {
      return known;
    }
    RecordModel model = read(type);
    models.put(type, model);
    return model;
  }

  /** What a reader should know of a block or kind: one sentence, or nothing. */
  public static String doc(Class<?> type) {
    Doc doc = type.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }

  private RecordModel read(Class<? extends Record> type) {
    List<Field> fields = new ArrayList<>();
    Category flat = null;
    int flatComponent = -1;
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      FieldType fieldType = typeOf(components[i]);
      if (components[i].isAnnotationPresent(Flat.class)
          && fieldType instanceof FieldType.Named(Category category)) {
        flat = category;
        flatComponent = i;
      } else {
        fields.add(field(components[i], fieldType));
      }
    }
    return new RecordModel(type, fields, flat, flatComponent);
  }

  private FieldType typeOf(RecordComponent component) {
    try {
      return types.of(component.getGenericType());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          component.getDeclaringRecord().getName()
              + "."
              + component.getName()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static Field field(RecordComponent component, FieldType type) {
    Default fallback = component.getAnnotation(Default.class);
    Doc doc = component.getAnnotation(Doc.class);
    return new Field(
        Names.ofComponent(component.getName()),
        type,
        fallback == null ? null : fallback.value(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        component.getAnnotation(Range.class),
        component.getAnnotation(Matches.class),
        doc == null ? "" : doc.value());
  }
}
