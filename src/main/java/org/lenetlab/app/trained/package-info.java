/**
 * Runs that are finished, for the commands that use what was learnt: finds a run by what the user
 * types, and brings together its experiment, its network and its parameters.
 */
@NullMarked
package org.lenetlab.app.trained;

import org.jspecify.annotations.NullMarked;
