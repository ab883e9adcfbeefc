/**
 * Finds what is wrong with an experiment without training it: mistakes that show only when several
 * values are looked at together, and together with the shape of the data.
 */
@NullMarked
package org.lenetlab.app.check;

import org.jspecify.annotations.NullMarked;
