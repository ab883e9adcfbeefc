/**
 * {@code lenet run}: an experiment file becomes a study on this machine, its missing runs are
 * trained and kept, and its results are compared with what was published.
 */
@NullMarked
package org.lenetlab.app.run;

import org.jspecify.annotations.NullMarked;
