/** What this machine offers: folders of data, devices, and the backends that can run on them. */
@NullMarked
package org.lenetlab.app.machine;

import org.jspecify.annotations.NullMarked;
