/**
 * A backend is a compiler: it turns a planned network and its loss into a program that computes
 * gradients, scores and updates.
 */
@NullMarked
package org.lenetlab.api.backend;

import org.jspecify.annotations.NullMarked;
