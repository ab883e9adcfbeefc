package org.lenetlab.backend.simd;

/** Sees every step of a plan, and may put another one around it. */
interface StepWrapper {
  /** Leaves all steps as they are. */
  StepWrapper NONE = (step, firstStage, stages) -> step;

  /**
   * The step to use instead of {@code step}.
   *
   * @param firstStage the first stage of the network that the step stands for
   * @param stages how many stages it stands for
   */
  Step wrap(Step step, int firstStage, int stages);
}
