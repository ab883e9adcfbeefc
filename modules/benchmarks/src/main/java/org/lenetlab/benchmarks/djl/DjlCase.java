package org.lenetlab.benchmarks.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.optimizer.Sgd;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.lenetlab.benchmarks.data.TensorFile;
import org.lenetlab.benchmarks.serving.PeerCase;

/** One network in training, its images as floats in memory. */
final class DjlCase implements PeerCase {
  private final NDManager manager;
  private final NDArray images;
  private final NDArray labels;
  private final int count;
  private final int batchSize;
  private final Model model;
  private final Trainer trainer;
  private final Loss loss = Loss.softmaxCrossEntropyLoss();
  private NDArray order;
  private int next;

  DjlCase(NDManager parent, Path folder, String name) throws IOException {
    manager = parent.newSubManager();
    TensorFile file = TensorFile.read(folder, name);
    count = file.count();
    images =
        manager.create(file.images(), new Shape(count, file.channels(), file.size(), file.size()));
    labels = manager.create(file.labels());
    order = permutation();
    batchSize = PeerCase.batchSize(name);
    model = Model.newInstance("lenet");
    model.setBlock(network(name));
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(loss)
                .optOptimizer(optimizer(name))
                .optInitializer(new XavierInitializer(), Parameter.Type.WEIGHT));
    trainer.initialize(new Shape(batchSize, file.channels(), file.size(), file.size()));
  }

  private static Block network(String name) {
    UnaryOperator<NDList> activation =
        switch (name) {
          case "A" -> Activation::sigmoid;
          case "B", "B1" -> Activation::tanh;
          default -> Activation::relu;
        };
    Shape two = new Shape(2, 2);
    boolean max = name.equals("C") || name.equals("D");
    boolean colour = name.equals("D");
    SequentialBlock block = new SequentialBlock();
    for (int layer = 0; layer < 2; layer++) {
      int padding = layer == 0 && name.equals("A") ? 2 : 0;
      int maps = (layer == 0 ? 6 : 16) * (colour ? 2 : 1) + (colour && layer == 0 ? 4 : 0);
      block.add(
          Conv2d.builder()
              .setKernelShape(new Shape(5, 5))
              .optPadding(new Shape(padding, padding))
              .setFilters(maps)
              .build());
      block.add(activation);
      block.add(max ? Pool.maxPool2dBlock(two, two) : Pool.avgPool2dBlock(two, two));
    }
    block.add(Blocks.batchFlattenBlock());
    block.add(Linear.builder().setUnits(120).build()).add(activation);
    block.add(Linear.builder().setUnits(84).build()).add(activation);
    return block.add(Linear.builder().setUnits(10).build());
  }

  private static Optimizer optimizer(String name) {
    Sgd.Builder sgd = Optimizer.sgd();
    return switch (name) {
      case "A" -> sgd.setLearningRateTracker(Tracker.fixed(0.9f)).build();
      case "B" -> sgd.setLearningRateTracker(Tracker.fixed(0.01f)).optMomentum(0.9f).build();
      case "B1" -> sgd.setLearningRateTracker(Tracker.fixed(0.01f)).build();
      default -> Adam.builder().optLearningRateTracker(Tracker.fixed(0.001f)).build();
    };
  }

  private NDArray permutation() {
    return manager.create(TensorFile.permutation(count));
  }

  @Override
  public float step() {
    if (next + batchSize > count) {
      order.close();
      order = permutation();
      next = 0;
    }
    try (NDManager step = manager.newSubManager()) {
      NDArray index = order.get(new NDIndex("{}:{}", next, next + batchSize));
      index.attach(step);
      NDArray x = images.get(index);
      x.attach(step);
      NDArray y = labels.get(index);
      y.attach(step);
      float result;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList output = trainer.forward(new NDList(x), new NDList(y));
        output.attach(step);
        NDArray value = loss.evaluate(new NDList(y), output);
        value.attach(step);
        collector.backward(value);
        result = value.getFloat();
      }
      trainer.step();
      next += batchSize;
      return result;
    }
  }

  @Override
  public void forward() {
    if (next + batchSize > count) {
      next = 0;
    }
    try (NDManager pass = manager.newSubManager()) {
      NDArray x = images.get(new NDIndex("{}:{}", next, next + batchSize));
      x.attach(pass);
      trainer.evaluate(new NDList(x)).attach(pass);
      next += batchSize;
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
    manager.close();
  }
}
