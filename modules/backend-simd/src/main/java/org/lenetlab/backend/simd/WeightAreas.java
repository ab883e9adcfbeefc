package org.lenetlab.backend.simd;

/**
 * Where the parameter vector and the copies that kernels want in another order lie: one area with
 * the weights as they are, one of the same layout with the squares of the weights.
 */
record WeightAreas(int plain, int squared) {}
