/**
 * {@code lenet predict}: what a trained network makes of people's own pictures, from the file to
 * the probabilities, and every layer on the way.
 */
@NullMarked
package org.lenetlab.app.predict;

import org.jspecify.annotations.NullMarked;
