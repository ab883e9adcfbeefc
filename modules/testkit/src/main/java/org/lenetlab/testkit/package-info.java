/**
 * What tests of several modules share: the contract every backend must keep, the gradient check by
 * finite differences, and the reader of recorded training runs.
 */
@NullMarked
package org.lenetlab.testkit;

import org.jspecify.annotations.NullMarked;
