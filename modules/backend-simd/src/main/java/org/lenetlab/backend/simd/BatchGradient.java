package org.lenetlab.backend.simd;

/**
 * The gradient of a weight matrix that is computed from all images of a batch at once, after they
 * went through all steps: some rows at a time, just before these are updated. There are no sums of
 * shards, which would have to be cleared, read and written once per block, and to be handed from
 * core to core.
 */
interface BatchGradient {

  /** Where the matrix lies. */
  ParameterVector.Place place();

  /**
   * Adds the gradient of some rows, summed over images.
   *
   * @param kept where the part of the memory begins that outlasts the blocks
   * @param images how many, a multiple of 32
   * @param totals a vector in the order of the parameters
   * @param worker the number of the calling thread
   */
  void addRows(
      float[] m, int kept, int images, int firstRow, int endRow, float[] totals, int worker);
}
