package org.lenetlab.app.config.model;

/** A value that a record keeps as it was written, because its meaning depends on other values. */
public interface Written {}
