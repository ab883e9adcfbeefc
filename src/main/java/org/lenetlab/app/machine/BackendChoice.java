package org.lenetlab.app.machine;

import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;

/**
 * What an experiment is going to run on here.
 *
 * @param name how experiment files call the backend
 * @param reason why this one, for the reader
 */
public record BackendChoice(String name, BackendSpec spec, Device device, String reason) {}
