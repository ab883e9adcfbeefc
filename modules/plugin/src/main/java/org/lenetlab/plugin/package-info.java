/**
 * The seam for everything pluggable: a {@link org.lenetlab.plugin.Plugin} found by ServiceLoader
 * registers named kinds through {@link org.lenetlab.plugin.SpecBinder}.
 */
@NullMarked
package org.lenetlab.plugin;

import org.jspecify.annotations.NullMarked;
