package org.lenetlab.api.data;

import java.util.List;
import org.lenetlab.api.network.Shape;

/**
 * What is known of a dataset before training.
 *
 * @param title how tables call it, such as {@code MNIST}; a synthetic one says so here
 * @param shape of its images as stored
 * @param classes the names of the classes, in the order of the labels
 * @param training number of training examples
 * @param test number of test examples
 */
public record DatasetInfo(String title, Shape shape, List<String> classes, int training, int test) {

  public DatasetInfo {
    classes = List.copyOf(classes);
  }
}
