package org.lenetlab.app.check;

/** Something that several values of an experiment must keep together. */
interface Rule {
  void check(Subject subject, Findings findings);
}
