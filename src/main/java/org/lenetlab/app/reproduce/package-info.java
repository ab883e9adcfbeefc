/**
 * {@code lenet reproduce}: every published claim of the experiment files beside what comes out
 * here, with a verdict.
 */
@NullMarked
package org.lenetlab.app.reproduce;

import org.jspecify.annotations.NullMarked;
