package org.lenetlab.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What would break "the same experiment gives the same bits": hidden state, clocks, foreign random
 * numbers, and vector operations whose bits depend on how they are compiled.
 */
@AnalyzeClasses(packages = "org.lenetlab", importOptions = ImportOption.DoNotIncludeTests.class)
final class DeterminismRulesTest {
  private static final String[] CORE = {
    "org.lenetlab.api..",
    "org.lenetlab.training..",
    "org.lenetlab.layers..",
    "org.lenetlab.data..",
    "org.lenetlab.optimizers..",
    "org.lenetlab.backend.."
  };

  private static final Set<String> RANDOM_NUMBERS =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom",
          "java.util.random.RandomGenerator");

  private static final Map<String, Set<String>> CLOCKS_AND_DICE =
      Map.of(
          "java.lang.Math", Set.of("random"),
          "java.lang.StrictMath", Set.of("random"),
          "java.util.Collections", Set.of("shuffle"),
          "java.lang.System", Set.of("currentTimeMillis", "identityHashCode"),
          "java.time.Instant", Set.of("now"),
          "java.time.LocalDate", Set.of("now"),
          "java.time.LocalDateTime", Set.of("now"),
          "java.time.ZonedDateTime", Set.of("now"));

  /** Not correctly rounded: interpreter, compiler and machines may use different code for them. */
  private static final Set<String> TRANSCENDENTAL =
      Set.of(
          "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "ATAN2", "SINH", "COSH", "TANH", "EXP",
          "EXPM1", "LOG", "LOG10", "LOG1P", "POW", "HYPOT", "CBRT");

  @ArchTest
  static final ArchRule staticFieldsAreConstants =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .andShould()
          .notHaveRawType(
              describe(
                  "a mutable holder",
                  type ->
                      type.getPackageName().equals("java.util.concurrent.atomic")
                          || type.isEquivalentTo(ThreadLocal.class)
                          || (!type.isInterface()
                              && (type.isAssignableTo(Collection.class)
                                  || type.isAssignableTo(Map.class)))));

  @ArchTest
  static final ArchRule coreHasNoOtherRandomNumbers =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat(
              describe("are random generators", type -> RANDOM_NUMBERS.contains(type.getName())))
          .because("every random number is a pure function of seed, purpose and position");

  @ArchTest
  static final ArchRule coreHasNoClockAndNoDice =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .accessTargetWhere(
              describe(
                  "it is a clock or a die",
                  (JavaAccess<?> call) ->
                      CLOCKS_AND_DICE
                          .getOrDefault(call.getTargetOwner().getName(), Set.of())
                          .contains(call.getTarget().getName())));

  @ArchTest
  static final ArchRule coreUsesStrictMathWhereMathMayDiffer =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .accessTargetWhere(
              describe(
                  "it is a function of Math that is not correctly rounded",
                  (JavaAccess<?> call) ->
                      call.getTargetOwner().isEquivalentTo(Math.class)
                          && TRANSCENDENTAL.contains(
                              call.getTarget().getName().toUpperCase(Locale.ROOT))))
          .because("StrictMath gives the same bits on every machine");

  @ArchTest
  static final ArchRule vectorsUseNoTranscendentalOperators =
      noClasses()
          .that()
          .resideInAPackage("org.lenetlab.backend.simd..")
          .should()
          .accessTargetWhere(
              describe(
                  "it is a transcendental vector operator",
                  (JavaAccess<?> access) ->
                      access
                              .getTargetOwner()
                              .getName()
                              .equals("jdk.incubator.vector.VectorOperators")
                          && TRANSCENDENTAL.contains(access.getTarget().getName())));

  @ArchTest
  static final ArchRule floatLanesAreReducedInOurOwnOrder =
      noClasses()
          .that()
          .resideInAPackage("org.lenetlab.backend.simd..")
          .should()
          .accessTargetWhere(
              describe(
                  "it reduces float lanes in an order of its own, or raises to a power",
                  (JavaAccess<?> call) ->
                      call.getTargetOwner()
                              .getName()
                              .matches("jdk\\.incubator\\.vector\\.(Float|Double)Vector")
                          && Set.of("reduceLanes", "reduceLanesToLong", "pow")
                              .contains(call.getTarget().getName())));
}
