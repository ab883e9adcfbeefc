/**
 * One page that shows what an experiment or a sweep came to, and its parts as pictures of their
 * own. The page needs nothing but itself; it is light or dark as its reader likes, fits a phone,
 * and says in words what its pictures show.
 */
@NullMarked
package org.lenetlab.report;

import org.jspecify.annotations.NullMarked;
