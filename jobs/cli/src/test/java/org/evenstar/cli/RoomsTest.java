package org.evenstar.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies go one way; Maven modules make the rest impossible. */
@AnalyzeClasses(packages = "org.evenstar", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  @ArchTest
  static final ArchRule statisticsKnowNothingOfFilesEnginesOrConfiguration =
      noClasses()
          .that()
          .resideInAPackage("org.evenstar.stats..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.evenstar.engine..",
              "org.evenstar.schemas..",
              "org.evenstar.pipeline..",
              "java.io..",
              "java.nio.file..",
              "java.sql..");

  @ArchTest
  static final ArchRule thePathKnowsNoConcreteEngine =
      noClasses()
          .that()
          .resideInAPackage("org.evenstar.pipeline..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.evenstar.engine.duckdb..", "org.evenstar.engine.spark..");

  @ArchTest
  static final ArchRule reportsReadAReleaseOnly =
      noClasses()
          .that()
          .resideInAPackage("org.evenstar.reports..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.evenstar.pipeline..",
              "org.evenstar.landing..",
              "org.evenstar.engine..",
              "org.evenstar.disclosure..");

  @ArchTest
  static final ArchRule landingKnowsNoEngine =
      noClasses()
          .that()
          .resideInAPackage("org.evenstar.landing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.evenstar.engine..", "org.evenstar.pipeline..");

  @ArchTest
  static final ArchRule onlyTheCommandLineJoinsThemAll =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.evenstar.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.evenstar.cli..");
}
