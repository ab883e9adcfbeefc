/**
 * The commands about experiment files themselves: check, show, schema, and list of what may stand
 * in them.
 */
@NullMarked
package org.lenetlab.app.command;

import org.jspecify.annotations.NullMarked;
