package org.lenetlab.api.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the component of a block that holds its named kind, whose keys stand beside the block's
 * own: in {@code dataset: {name: mnist, validation: 0}} the name and the keys of the kind {@code
 * mnist} belong to the flat component, {@code validation} to the block.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Flat {}
