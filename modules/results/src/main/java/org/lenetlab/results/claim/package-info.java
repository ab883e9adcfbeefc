/** Published claims judged against what was measured or planned here. */
@NullMarked
package org.lenetlab.results.claim;

import org.jspecify.annotations.NullMarked;
