/**
 * The command line's frame: what a command is, how its arguments are parsed and its help printed,
 * the console it writes to, and how a failure becomes a message and an exit code.
 */
@NullMarked
package org.lenetlab.app.cli;

import org.jspecify.annotations.NullMarked;
