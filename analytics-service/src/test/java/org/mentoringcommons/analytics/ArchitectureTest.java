package org.mentoringcommons.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.agroal.api.AgroalDataSource;

@AnalyzeClasses(packages = "org.mentoringcommons.analytics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("org.mentoringcommons.analytics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_depends_on_a_resource =
            noClasses().should().dependOnClassesThat().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule statistics_and_disclosure_are_pure = noClasses()
            .that()
            .resideInAnyPackage("..analytics.statistics..", "..analytics.disclosure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "javax.sql..",
                    "java.sql..",
                    "io.quarkus..",
                    "com.fasterxml..",
                    "org.hibernate..",
                    "org.eclipse.microprofile..",
                    "org.mentoringcommons.tenancy..",
                    "org.mentoringcommons.exchange..");

    @ArchTest
    static final ArchRule statistics_and_disclosure_know_no_feature = classes()
            .that()
            .resideInAnyPackage("..analytics.statistics..", "..analytics.disclosure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.commons..",
                    "org.ejml..",
                    "org.ojalgo..",
                    "..analytics.statistics..",
                    "..analytics.disclosure..");

    @ArchTest
    static final ArchRule one_class_each_holds_the_door_to_research_rows_and_to_sealed_counts = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.mentoringcommons.analytics.cohort.Research")
            .and()
            .doNotHaveFullyQualifiedName("org.mentoringcommons.analytics.release.SealedCubes")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(AgroalDataSource.class);

    /** How long it takes to read a release, or how large it is, follows from no count: reading has none at hand. */
    @ArchTest
    static final ArchRule who_reads_a_release_is_handed_what_was_frozen = noClasses()
            .that()
            .haveNameMatching(".*[.](release[.](ReleaseResource|Opening|AtHand)|report[.]Document)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..analytics.cube..", "..analytics.disclosure..", "..analytics.cohort..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("SealedCubes");

    @ArchTest
    static final ArchRule only_reports_extracts_and_cubes_use_research_rows = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..analytics.report..", "..analytics.extract..", "..analytics.cube..", "..analytics.cohort..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.mentoringcommons.analytics.cohort.Research");
}
