package org.lenetlab.app.run;

import org.lenetlab.api.backend.Backend;

/**
 * What the runs of a study have in common while they are trained.
 *
 * @param threads of each run
 */
record Workbench(Study study, Backend backend, int threads, Screen screen, EpochLines lines) {}
