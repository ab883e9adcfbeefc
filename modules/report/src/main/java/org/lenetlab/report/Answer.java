package org.lenetlab.report;

/**
 * What a network makes of one test image.
 *
 * @param index of the image among the test images, from 0
 * @param image as the network sees it
 * @param label the class that it has
 * @param predicted the class that the network gives it
 * @param probability of the predicted class, as the network has it, 0 … 1
 */
public record Answer(int index, LayerMaps image, int label, int predicted, double probability) {}
