package org.lenetlab.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.inject.Inject;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;

/** Who may use what, over the classes of all modules. A rule that matches no class fails. */
@AnalyzeClasses(packages = "org.lenetlab", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] PLUGIN_MODULES = {
    "org.lenetlab.layers..",
    "org.lenetlab.data..",
    "org.lenetlab.optimizers..",
    "org.lenetlab.backend.reference..",
    "org.lenetlab.backend.simd..",
    "org.lenetlab.backend.nd4j.."
  };

  @ArchTest
  static final ArchRule apiDependsOnNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("org.lenetlab.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.lenetlab.api..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheSimdBackendUsesTheVectorApi =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.lenetlab.backend.simd..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator..");

  @ArchTest
  static final ArchRule onlyPluginsAndWiringUseGuice =
      noClasses()
          .that(resideOutsideOfPackages("org.lenetlab.plugin", "org.lenetlab.app"))
          .and()
          .haveSimpleNameNotEndingWith("Plugin")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("com.google.inject..")
                  .and(DescribedPredicate.not(JavaClass.Predicates.type(Inject.class))));

  @ArchTest
  static final ArchRule onlyTheApplicationIsInjected =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.lenetlab.plugin", "org.lenetlab.app..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Inject.class);

  @ArchTest
  static final ArchRule onlyReadersAndWritersOfFilesUseJackson =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.lenetlab.app.config..", "org.lenetlab.results..", "org.lenetlab.safetensors..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule onlyQueriesUseADatabase =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.lenetlab.query..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..");

  @ArchTest
  static final ArchRule pluginModulesDoNotKnowEachOther =
      slices().assignedFrom(new PluginModule()).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule pluginModulesKnowNeitherTrainingNorApplication =
      noClasses()
          .that()
          .resideInAnyPackage(PLUGIN_MODULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.lenetlab.training..", "org.lenetlab.results..", "org.lenetlab.app..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("org.lenetlab.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule pluginModulesHideAllButPluginAndBackend =
      classes()
          .that()
          .resideInAnyPackage(PLUGIN_MODULES)
          .and()
          .areTopLevelClasses()
          .and()
          .haveSimpleNameNotEndingWith("Plugin")
          .and()
          .haveSimpleNameNotEndingWith("Backend") // tests compare backends with the reference
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.lenetlab.app..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("what a run has to say goes out as run events");

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.lenetlab.app.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(
              ArchCondition.from(
                  DescribedPredicate.describe(
                      "be in a package marked @NullMarked",
                      javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));

  /** One slice per plugin module; all other classes belong to none. */
  private static final class PluginModule implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      for (String module : PLUGIN_MODULES) {
        if (resideInAnyPackage(module).test(javaClass)) {
          return SliceIdentifier.of(module);
        }
      }
      return SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "plugin modules";
    }
  }
}
