/**
 * The command line application: reads experiment files, wires the plugins together and runs what
 * was asked for.
 */
@NullMarked
package org.lenetlab.app;

import org.jspecify.annotations.NullMarked;
