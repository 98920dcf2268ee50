package org.coesite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;

/** Holds the arrows between the packages: dependencies point to what is nearer to the crystal. */
@AnalyzeClasses(packages = "org.coesite", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** What a search needs apart from engine, database and user. */
  private static final String[] SCIENCE = {
    "org.coesite.crystal..",
    "org.coesite.symmetry..",
    "org.coesite.similarity..",
    "org.coesite.forcefield..",
    "org.coesite.calculator..",
    "org.coesite.evolution.."
  };

  @ArchTest static final ArchRule dependencies_point_left_only = layers();

  private static LayeredArchitecture layers() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("crystal")
        .definedBy("org.coesite.crystal..")
        .layer("symmetry")
        .definedBy("org.coesite.symmetry..")
        .layer("similarity")
        .definedBy("org.coesite.similarity..")
        .layer("forcefield")
        .definedBy("org.coesite.forcefield..")
        .layer("calculator")
        .definedBy("org.coesite.calculator..")
        .layer("execution")
        .definedBy("org.coesite.execution..")
        .optionalLayer("adapter")
        .definedBy("org.coesite.adapter..")
        .layer("evolution")
        .definedBy("org.coesite.evolution..")
        .layer("search")
        .definedBy("org.coesite.search..")
        .layer("process")
        .definedBy("org.coesite.process..")
        .layer("store")
        .definedBy("org.coesite.store..")
        .layer("report")
        .definedBy("org.coesite.report..")
        .layer("web")
        .definedBy("org.coesite.web..")
        .layer("benchmark")
        .definedBy("org.coesite.benchmark..")
        .layer("remote")
        .definedBy("org.coesite.remote..")
        .layer("plugin")
        .definedBy("org.coesite.plugin..")
        .layer("cli")
        .definedBy("org.coesite.cli..")
        .whereLayer("crystal")
        .mayNotAccessAnyLayer()
        .whereLayer("symmetry")
        .mayOnlyAccessLayers("crystal")
        .whereLayer("similarity")
        .mayOnlyAccessLayers("crystal", "symmetry")
        .whereLayer("forcefield")
        .mayOnlyAccessLayers("crystal")
        .whereLayer("execution")
        .mayNotAccessAnyLayer()
        .whereLayer("calculator")
        .mayOnlyAccessLayers("crystal", "symmetry", "similarity", "forcefield", "execution")
        .whereLayer("adapter")
        .mayOnlyAccessLayers(
            "crystal", "symmetry", "similarity", "forcefield", "execution", "calculator")
        .whereLayer("adapter")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("evolution")
        .mayOnlyAccessLayers("crystal", "symmetry", "similarity", "forcefield", "calculator")
        .whereLayer("search")
        .mayOnlyAccessLayers(
            "crystal",
            "symmetry",
            "similarity",
            "forcefield",
            "execution",
            "calculator",
            "evolution")
        .whereLayer("process")
        .mayOnlyAccessLayers(
            "crystal",
            "symmetry",
            "similarity",
            "forcefield",
            "execution",
            "calculator",
            "evolution",
            "search")
        .whereLayer("store")
        .mayOnlyAccessLayers(
            "crystal",
            "symmetry",
            "similarity",
            "forcefield",
            "execution",
            "calculator",
            "evolution",
            "search")
        .whereLayer("report")
        .mayOnlyAccessLayers(
            "crystal",
            "symmetry",
            "similarity",
            "forcefield",
            "execution",
            "calculator",
            "evolution",
            "search")
        .whereLayer("benchmark")
        .mayOnlyAccessLayers(
            "crystal",
            "symmetry",
            "similarity",
            "forcefield",
            "execution",
            "calculator",
            "evolution",
            "search")
        .whereLayer("web")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("remote")
        .mayOnlyAccessLayers("calculator", "search", "process")
        .whereLayer("plugin")
        .mayOnlyAccessLayers("symmetry", "process", "store", "report")
        .whereLayer("plugin")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer();
  }

  @ArchTest
  static final ArchRule no_package_depends_on_itself_through_others =
      slices().matching("org.coesite.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_science_knows_no_engine_and_no_database =
      noClasses()
          .that()
          .resideInAnyPackage(SCIENCE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.camunda..",
              "java.sql..",
              "javax.sql..",
              "org.flywaydb..",
              "org.h2..");

  /** forcefield reads the potential library, store, search and report write and read JSON. */
  @ArchTest
  static final ArchRule json_and_yaml_stay_where_files_are_read =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.coesite.crystal..",
              "org.coesite.symmetry..",
              "org.coesite.similarity..",
              "org.coesite.calculator..",
              "org.coesite.evolution..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..", "org.yaml..");

  @ArchTest
  static final ArchRule the_process_engine_stays_in_process =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.coesite.process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  /** What runs without the server starts without its libraries. */
  @ArchTest
  static final ArchRule servlets_and_their_security_stay_at_the_server =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.coesite.web..", "org.coesite.process.pages..", "org.coesite.plugin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "org.springframework.boot..",
              "org.springframework.security..",
              "org.springframework.web..");

  @ArchTest
  static final ArchRule sql_stays_in_store =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.coesite.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.springframework.jdbc.core..");

  @ArchTest
  static final ArchRule programs_are_started_in_execution_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.coesite.execution..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.commons.exec..")
          .orShould()
          .callMethod(Runtime.class, "exec", String.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class);

  @ArchTest
  static final ArchRule webassembly_stays_in_symmetry =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.coesite.symmetry..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.dylibso.chicory..");

  @ArchTest
  static final ArchRule names_say_what_a_class_does =
      classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)");

  /** Machine code of moyo is not ours to shape. */
  @ArchTest
  static final ArchRule there_is_no_static_state =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .haveNameNotMatching(".*MoyoModule.*")
          .should()
          .beFinal();
}
