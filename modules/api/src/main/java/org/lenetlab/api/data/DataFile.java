package org.lenetlab.api.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of a published dataset and its state.
 *
 * @param name as published, such as {@code train-images-idx3-ubyte.gz}
 * @param path where it lies, or null if it was not found
 * @param problem what is wrong with it, or null if it was found and is what was published
 */
public record DataFile(String name, @Nullable Path path, @Nullable String problem) {}
