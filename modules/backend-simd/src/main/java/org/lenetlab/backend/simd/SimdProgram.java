package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.optimizer.Optimizer;

/**
 * One training. A batch is cut into blocks of 32 images; a worker takes a block through the whole
 * network and back before it begins the next, so that it stays in the worker's cache. Blocks are
 * grouped into shards with sums of their own, which are added in order: the number of shards
 * depends on the batch alone, so the bits do not depend on the number of threads.
 *
 * <p>Memory: the weights, their squares, the sums of each shard, and a part for each worker.
 */
final class SimdProgram implements CurvatureProgram {
  /** More serve machines with more cores, fewer save memory traffic. */
  private static final int MOST_SHARDS = 8;

  /**
   * The largest batch that is trained on image by image, with pixels and units in the lanes: a
   * block of so few images would leave most lanes idle. A constant, as the two ways round
   * differently.
   */
  private static final int MOST_SINGLE_IMAGES = 8;

  /** Blocks of a batch that go through the network before their gradients are added up. */
  private static final int MOST_BLOCKS = 32;

  private final ParameterVector order;
  private final Step[] steps;
  private final @Nullable SingleImages singleImages;
  private final Tensor input;
  private final Tensor output;
  private final Objective objective;
  private final int batchSize;
  private final float[] memory;
  private final float[] gradients;
  private final WeightAreas areas;
  private final int sums;
  private final GradientSums gradientSums;
  private final Block[] blocks;
  private final Workers workers;

  // What the tasks of the workers work on; tasks are made once, as steps must not allocate.
  private final Workers.Task trainShard = this::trainShard;
  private final Workers.Task curvatureShard = this::curvatureShard;
  private final Workers.Task evaluateBlock = this::evaluateBlock;
  private final Workers.Task outputsOfBlock = this::outputsOfBlock;
  private final Workers.Task addRange = this::addRange;
  private final Workers.Task updateRange = this::updateRange;
  private @Nullable Batch batch;
  private float[] outputs = {};

  /** Whether the steps' copies of the weights are those of the weights. */
  private boolean packed;

  /** Whether the last batch was trained on image by image. */
  private boolean trainedSingly;

  /** The blocks that go, or last went, through the network together. */
  private int firstBlock;

  private int endBlock;

  /** Whether their gradients are still to be added up. */
  private boolean pending;

  /** Where gradients are added up, and whether to what is there. */
  private float[] totals = {};

  private boolean replacesTotals;

  private @Nullable Optimizer optimizer;
  private float rate;

  SimdProgram(
      Network network, Loss loss, int batchSize, long seed, int threads, StepWrapper wrapper) {
    this.batchSize = batchSize;
    int usedThreads = Math.min(threads, Math.max(1, Math.ceilDiv(batchSize, BLOCK)));
    int keptImages = Math.min(MOST_BLOCKS, blocks(batchSize)) * BLOCK;
    Plan plan = new Plan(network, loss, batchSize, keptImages, seed, usedThreads, wrapper);
    order = plan.parameters();
    steps = plan.steps().toArray(Step[]::new);
    singleImages = plan.singleImages();
    input = plan.input();
    output = plan.output();
    objective = plan.objective();
    gradients = new float[order.length()];
    areas = new WeightAreas(0, plan.weightExtent());
    sums = 2 * plan.weightExtent();
    int shardExtent = Lanes.padded(order.length());
    int kept = sums + shards(blocks(batchSize)) * shardExtent;
    int scratch = kept + plan.keptExtent();
    memory = new float[scratch + usedThreads * plan.scratchExtent()];
    gradientSums =
        new GradientSums(memory, sums, shardExtent, kept, order.length(), plan.batchGradients());
    blocks =
        IntStream.range(0, usedThreads)
            .mapToObj(w -> new Block(memory, w, scratch + w * plan.scratchExtent(), kept, areas))
            .toArray(Block[]::new);
    workers = new Workers(usedThreads);
    setParameters(network.initialParameters(seed));
  }

  private static int blocks(int examples) {
    return Math.ceilDiv(examples, BLOCK);
  }

  private static int shards(int blocks) {
    return Math.min(MOST_SHARDS, blocks);
  }

  @Override
  public boolean preparesImages(int size) {
    return workers.threads() > 1 && blocks(size) > 1;
  }

  @Override
  public void trainBatch(Batch batch, Scores scores) {
    begin(batch);
    trainedSingly = singleImages != null && batch.size() <= MOST_SINGLE_IMAGES;
    if (singleImages != null && trainedSingly) {
      singleImages.train(blocks[0], batch, sums, gradients);
      pending = false;
    } else {
      pack();
      runShards(trainShard, gradients, true);
    }
    addScores(batch, scores);
  }

  /** Has all blocks of the batch do a task; the gradients of the last ones are pending then. */
  private void runShards(Workers.Task task, float[] totals, boolean replacesTotals) {
    this.totals = totals;
    this.replacesTotals = replacesTotals;
    pending = false;
    endBlock = 0;
    while (endBlock < blocks(batch().size())) {
      completeTotals();
      firstBlock = endBlock;
      endBlock = Math.min(firstBlock + MOST_BLOCKS, blocks(batch().size()));
      workers.run(shards(), task);
      pending = true;
    }
  }

  private void begin(Batch batch) {
    if (batch.size() > batchSize) {
      throw new IllegalArgumentException(
          "a batch of " + batch.size() + " examples, compiled for at most " + batchSize);
    }
    this.batch = batch;
  }

  private Batch batch() {
    return Objects.requireNonNull(batch);
  }

  private int shards() {
    return shards(endBlock - firstBlock);
  }

  private void trainShard(int shard, int worker) {
    Block block = blocks[worker];
    gradientSums.begin(block, shard);
    for (int b = firstBlock(shard); b < firstBlock(shard + 1); b++) {
      block.begin(batch(), b, true);
      block.keepFrom((b - firstBlock) * BLOCK);
      forward(block);
      objective.evaluate(block);
      objective.score(block);
      objective.writeGradient(block);
      backward(block, Derivative.GRADIENT, steps.length);
    }
  }

  private void curvatureShard(int shard, int worker) {
    Block block = blocks[worker];
    gradientSums.begin(block, shard);
    for (int b = firstBlock(shard); b < firstBlock(shard + 1); b++) {
      block.begin(batch(), b, false);
      block.keepFrom((b - firstBlock) * BLOCK);
      forward(block);
      objective.evaluate(block);
      objective.writeCurvature(block);
      backward(block, Derivative.CURVATURE, steps.length - objective.stepsOfCurvature());
    }
  }

  private int firstBlock(int shard) {
    return firstBlock + shard * (endBlock - firstBlock) / shards();
  }

  private void forward(Block block) {
    ImageLoader.load(block, input);
    for (int i = 0; i < steps.length; i++) {
      steps[i].forward(block);
    }
  }

  private void backward(Block block, Derivative derivative, int end) {
    for (int i = end - 1; i >= 0; i--) {
      steps[i].backward(block, derivative);
    }
  }

  private void completeTotals() {
    if (pending) {
      workers.run(gradientSums.ranges(), addRange);
      pending = false;
      replacesTotals = false;
    }
  }

  private void addRange(int index, int worker) {
    GradientSums.Range range = gradientSums.range(index);
    if (replacesTotals) {
      Arrays.fill(totals, range.from(), range.end(), 0);
    }
    gradientSums.add(range, shards(), (endBlock - firstBlock) * BLOCK, totals, worker);
  }

  private void addScores(Batch batch, Scores scores) {
    for (int i = 0; i < batch.size(); i++) {
      scores.add(objective.loss(i), batch.labels()[i], objective.prediction(i));
    }
  }

  @Override
  public void evaluate(Batch batch, Scores scores) {
    begin(batch);
    pack();
    workers.run(blocks(batch.size()), evaluateBlock);
    addScores(batch, scores);
  }

  private void evaluateBlock(int index, int worker) {
    Block block = blocks[worker];
    block.begin(batch(), index, false);
    forward(block);
    objective.evaluate(block);
    objective.score(block);
  }

  @Override
  public void forward(Batch batch, float[] outputs) {
    begin(batch);
    pack();
    this.outputs = outputs;
    workers.run(blocks(batch.size()), outputsOfBlock);
  }

  private void outputsOfBlock(int index, int worker) {
    Block block = blocks[worker];
    block.begin(batch(), index, false);
    forward(block);
    int classes = output.shape().size();
    for (int image = 0; image < block.count(); image++) {
      for (int i = 0; i < classes; i++) {
        outputs[(block.first() + image) * classes + i] =
            memory[block.at(output.values()) + i * BLOCK + image];
      }
    }
  }

  @Override
  public void addCurvature(Batch batch, float[] sum) {
    completeTotals();
    begin(batch);
    pack();
    Squares.write(memory, areas.plain(), areas.squared(), order.length());
    pack(areas.squared(), Derivative.CURVATURE);
    runShards(curvatureShard, sum, false);
    completeTotals();
  }

  @Override
  public void update(Optimizer optimizer, float rate) {
    this.optimizer = optimizer;
    this.rate = rate;
    optimizer.beforeStep();
    if (trainedSingly) {
      // On the thread whose cache has it all.
      optimizer.update(memory, gradients, Arena.FIRST, order.length(), rate);
    } else {
      workers.run(gradientSums.ranges(), updateRange);
    }
    pending = false;
    weightsChanged();
  }

  private void updateRange(int index, int worker) {
    if (pending) {
      addRange(index, worker);
    }
    GradientSums.Range range = gradientSums.range(index);
    Objects.requireNonNull(optimizer).update(memory, gradients, range.from(), range.end(), rate);
  }

  private void weightsChanged() {
    packed = false;
  }

  /** Has the steps prepare the weights, if these have changed. */
  private void pack() {
    if (!packed) {
      pack(areas.plain(), Derivative.GRADIENT);
      packed = true;
    }
  }

  private void pack(int area, Derivative derivative) {
    for (Step step : steps) {
      step.pack(memory, area, derivative);
    }
  }

  @Override
  public int vectorLength() {
    return order.length();
  }

  @Override
  public float[] toCanonical(float[] vector) {
    return order.toCanonical(vector);
  }

  @Override
  public float[] fromCanonical(float[] canonical) {
    float[] vector = new float[order.length()];
    order.fromCanonical(canonical, vector);
    return vector;
  }

  @Override
  public float[] parameters() {
    return order.toCanonical(memory);
  }

  @Override
  public void setParameters(float[] canonical) {
    order.fromCanonical(canonical, memory);
    weightsChanged();
  }

  @Override
  public float[] gradients() {
    completeTotals();
    return order.toCanonical(gradients);
  }

  @Override
  public void close() {
    workers.close();
  }
}
