package org.lenetlab.app.fidelity;

/**
 * Something that is done otherwise than in 1998.
 *
 * @param aspect what
 * @param published how it was
 * @param here how it is
 */
record Deviation(String aspect, String published, String here) {}
