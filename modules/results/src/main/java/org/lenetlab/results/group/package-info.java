/**
 * Choosing, grouping and measuring stored runs: by any key of their experiments, named by its
 * dotted path.
 */
@NullMarked
package org.lenetlab.results.group;

import org.jspecify.annotations.NullMarked;
