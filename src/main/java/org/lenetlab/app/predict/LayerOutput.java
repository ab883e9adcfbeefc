package org.lenetlab.app.predict;

import org.lenetlab.api.network.Layer;

/**
 * What a layer puts out for one image.
 *
 * @param values in the order (channel, row, column) of the layer's output shape
 */
public record LayerOutput(Layer layer, float[] values) {}
