/**
 * {@code lenet studio}: a local page on which people draw digits, watch them go through trained
 * networks, browse results and follow runs. The page asks again and again; the server keeps nothing
 * but opened networks, so that results may come and go under it.
 */
@NullMarked
package org.lenetlab.app.studio;

import org.jspecify.annotations.NullMarked;
