/** Numbers as people read and write them. */
@NullMarked
package org.lenetlab.results.text;

import org.jspecify.annotations.NullMarked;
