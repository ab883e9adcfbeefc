package org.lenetlab.plugin;

import com.google.inject.Binder;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.optimizer.OptimizerSpec;

/**
 * Registers named kinds: records whose components are the keys of the experiment file. A name that
 * is registered twice in one category fails at start-up, naming both plugins (see {@link
 * Registry}).
 */
public final class SpecBinder {
  private final Multibinder<Kind<?>> kinds;
  private final Class<?> plugin;

  SpecBinder(Binder binder, Class<?> plugin) {
    this.kinds = Multibinder.newSetBinder(binder, new TypeLiteral<Kind<?>>() {});
    this.plugin = plugin;
  }

  public void layer(String name, Class<? extends LayerSpec> type) {
    add(LayerSpec.class, name, type);
  }

  public void architecture(String name, Class<? extends ArchitectureSpec> type) {
    add(ArchitectureSpec.class, name, type);
  }

  public void activation(String name, Class<? extends Activation> type) {
    add(Activation.class, name, type);
  }

  public void initializer(String name, Class<? extends Initializer> type) {
    add(Initializer.class, name, type);
  }

  public void dataset(String name, Class<? extends DatasetSpec> type) {
    add(DatasetSpec.class, name, type);
  }

  public void transform(String name, Class<? extends Transform> type) {
    add(Transform.class, name, type);
  }

  public void augmentation(String name, Class<? extends Augmentation> type) {
    add(Augmentation.class, name, type);
  }

  public void optimizer(String name, Class<? extends OptimizerSpec> type) {
    add(OptimizerSpec.class, name, type);
  }

  public void backend(String name, Class<? extends BackendSpec> type) {
    add(BackendSpec.class, name, type);
  }

  private <T> void add(Class<T> category, String name, Class<? extends T> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    kinds.addBinding().toInstance(new Kind<>(category, name, type, plugin));
  }
}
