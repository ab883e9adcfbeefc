/** What can go wrong that is neither a mistake of the user nor one of this program. */
@NullMarked
package org.lenetlab.api.fault;

import org.jspecify.annotations.NullMarked;
