package org.lenetlab.report;

/** Something to look at, in the forms that it has. */
sealed interface Picture permits Drawing, Raster {

  /** As bytes of a PNG file, for those who cannot use anything else. */
  byte[] png();
}
