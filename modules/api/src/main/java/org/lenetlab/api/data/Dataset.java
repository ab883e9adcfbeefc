package org.lenetlab.api.data;

/**
 * A dataset in memory, as stored: before transforms, and before validation images are split off.
 *
 * @param hash identifies the bytes of its images and labels, hexadecimal; part of a run's identity
 */
public record Dataset(DatasetInfo info, Examples training, Examples test, String hash) {}
