package org.lenetlab.report;

import java.util.List;
import org.lenetlab.api.network.Network;

/**
 * What one trained network has learnt, and what it does with test images.
 *
 * @param run its id
 * @param classes their names, in the order of the labels
 * @param parameters in canonical order
 * @param chosen the image that is followed through the network
 * @param layers every layer's output for that image
 * @param mistakes the wrong answers that the network is surest of, the surest first
 * @param wrong how many wrong answers there are in all
 */
public record Insight(
    String run,
    List<String> classes,
    Network network,
    float[] parameters,
    Answer chosen,
    List<LayerMaps> layers,
    List<Answer> mistakes,
    int wrong) {

  public Insight {
    classes = List.copyOf(classes);
    layers = List.copyOf(layers);
    mistakes = List.copyOf(mistakes);
  }
}
