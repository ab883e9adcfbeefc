package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

/**
 * The gradient of a dense layer's weights, ∂L/∂W[i, o] = Σ over images: x[i]·∂L/∂y[o]. The inputs
 * are kept as [input][image], the derivatives as [32 units][image][unit].
 */
final class DenseGradient implements BatchGradient {
  /** Images whose derivatives of 32 units fit the first-level cache. */
  private static final int IMAGES = 128;

  private final ParameterVector.Place place;
  private final int inputs;
  private final int units;
  private final int capacity;
  private final int keptInputs;
  private final int keptDerivatives;
  private final Product product;

  /**
   * @param capacity for how many images it keeps inputs and derivatives, a multiple of 32
   * @param kept the part of the memory that outlasts the blocks
   */
  DenseGradient(int inputs, int units, ParameterVector.Place place, int capacity, Arena kept) {
    this.place = place;
    this.inputs = inputs;
    this.units = units;
    this.capacity = capacity;
    keptInputs = kept.reserve(inputs * capacity);
    keptDerivatives = kept.reserve(place.columns() * capacity);
    product = new Product(capacity, place.columns());
  }

  @Override
  public ParameterVector.Place place() {
    return place;
  }

  /**
   * Keeps what a block's part of the gradient is made of.
   *
   * @param x where its inputs lie
   * @param dy where the derivatives with respect to its outputs lie
   */
  void keep(Block block, int x, int dy) {
    float[] m = block.memory;
    int to = block.kept(keptInputs) + block.firstKept();
    for (int i = 0; i < inputs; i++) {
      System.arraycopy(m, x + i * BLOCK, m, to + i * capacity, BLOCK);
    }
    int images = block.kept(keptDerivatives) + block.firstKept() * Product.COLUMNS;
    for (int o = 0; o < units; o++) {
      int unit = images + o / Product.COLUMNS * Product.COLUMNS * capacity + o % Product.COLUMNS;
      for (int n = 0; n < BLOCK; n++) {
        m[unit + n * Product.COLUMNS] = m[dy + o * BLOCK + n];
      }
    }
  }

  @Override
  public void addRows(
      float[] m, int kept, int images, int firstRow, int endRow, float[] totals, int worker) {
    int x = kept + keptInputs + firstRow * capacity;
    int matrix = place.weights() + firstRow * place.columns();
    for (int first = 0; first < images; first += IMAGES) {
      int terms = Math.min(IMAGES, images - first);
      for (int unit = 0; unit < place.columns(); unit += Product.COLUMNS) {
        int dy = kept + keptDerivatives + unit * capacity + first * Product.COLUMNS;
        product.add(m, x + first, endRow - firstRow, dy, terms, totals, matrix + unit);
      }
    }
  }
}
