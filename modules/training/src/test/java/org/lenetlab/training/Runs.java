package org.lenetlab.training;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.experiment.OptimizerBlock;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Initialization;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.optimizer.OptimizerState;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.api.spec.PerLayer;

/** Small runs for tests: 3 classes of noisy 4×4 images and a linear classifier. */
final class Runs {
  static final int CLASSES = 3;
  static final int TRAINING = 100;
  static final int TEST = 30;
  static final Shape SHAPE = new Shape(1, 4, 4);
  static final long SEED = 11;

  /** A step back along the velocity, which is kept in the state. */
  record WithVelocity() implements OptimizerSpec {
    @Override
    public Optimizer create(int size) {
      float[] velocity = new float[size];
      return new Optimizer() {
        @Override
        public void update(float[] parameters, float[] gradients, int from, int to, float rate) {
          for (int i = from; i < to; i++) {
            velocity[i] = 0.5f * velocity[i] + gradients[i];
            parameters[i] -= rate * velocity[i];
          }
        }

        @Override
        public OptimizerState state() {
          return new OptimizerState(Map.of("velocity", velocity.clone()), Map.of());
        }

        @Override
        public void restore(OptimizerState state) {
          float[] saved = state.vectors().get("velocity");
          System.arraycopy(saved, 0, velocity, 0, velocity.length);
        }
      };
    }
  }

  /** Never moves a parameter, but says that value i has i times the rate. */
  record Graded() implements OptimizerSpec {
    @Override
    public Optimizer create(int size) {
      return new Optimizer() {
        @Override
        public float[] rates(double rate) {
          float[] rates = new float[size];
          for (int i = 0; i < size; i++) {
            rates[i] = (float) rate * i;
          }
          return rates;
        }

        @Override
        public void update(float[] parameters, float[] gradients, int from, int to, float rate) {}

        @Override
        public OptimizerState state() {
          return OptimizerState.NONE;
        }

        @Override
        public void restore(OptimizerState state) {}
      };
    }
  }

  /** Adds the same random number to every pixel. */
  record Brighten() implements Augmentation {
    @Override
    public void apply(
        Shape shape, float[] from, float[] to, float background, RandomStream random) {
      float more = (float) random.uniform(0, 100);
      for (int i = 0; i < shape.size(); i++) {
        to[i] = from[i] + more;
      }
    }
  }

  record SmallDataset() implements DatasetSpec {
    @Override
    public DatasetInfo info(DataAccess access) {
      return dataset().info();
    }

    @Override
    public Dataset load(DataAccess access) {
      return dataset();
    }
  }

  private record OneDense() implements LayerSpec {
    @Override
    public List<Op> lower(Shape input) {
      return List.of(new Dense(input, CLASSES));
    }
  }

  static Dataset dataset() {
    return new Dataset(
        new DatasetInfo("Small", SHAPE, List.of("a", "b", "c"), TRAINING, TEST),
        examples("training", TRAINING),
        examples("test", TEST),
        "0");
  }

  private static Examples examples(String purpose, int count) {
    byte[] pixels = new byte[count * SHAPE.size()];
    byte[] labels = new byte[count];
    RandomStream random = new RandomStream(5, purpose);
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(CLASSES);
      for (int j = 0; j < SHAPE.size(); j++) {
        int signal = j % CLASSES == labels[i] ? 70 : 0;
        pixels[i * SHAPE.size() + j] = (byte) (signal + random.nextInt(180));
      }
    }
    return new Examples(new ByteImages(SHAPE, pixels, 0), labels);
  }

  static PreparedData data(@Nullable Integer limit, int validation, Augmentation... augment) {
    return PreparedData.prepare(block(limit, validation, augment), dataset());
  }

  static DatasetBlock block(@Nullable Integer limit, int validation, Augmentation... augment) {
    List<Transform> none = List.of();
    return new DatasetBlock(new SmallDataset(), limit, validation, none, List.of(augment), null);
  }

  static TrainingPlan plan(PreparedData data, Training training, Schedule rate) {
    ArchitectureSpec architecture = (input, classes) -> List.of(new OneDense());
    Initialization zero = new Initialization((random, fanIn, fanOut) -> 0, null, null);
    return new TrainingPlan(
        Network.plan(architecture, PerLayer.all(zero), SHAPE, CLASSES),
        new Loss.CrossEntropy(Fraction.ONE),
        new OptimizerBlock(new WithVelocity(), rate),
        training,
        data,
        SEED);
  }

  static TrainingPlan plan(int epochs) {
    return plan(data(null, 20), training(epochs, 8), new Schedule.Constant(0.5));
  }

  static Training training(int epochs, int batchSize) {
    return new Training(epochs, batchSize, true, 3, false, null);
  }

  /** The events of one kind. */
  static <T extends RunEvent> List<T> only(Class<T> kind, List<RunEvent> events) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private Runs() {}
}
