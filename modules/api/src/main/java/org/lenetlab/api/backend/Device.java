package org.lenetlab.api.backend;

/** What a program runs on. */
public enum Device {
  CPU,
  CUDA
}
