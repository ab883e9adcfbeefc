/** SQL over results: the files are read into a database in memory, and stay the only truth. */
@NullMarked
package org.lenetlab.query;

import org.jspecify.annotations.NullMarked;
