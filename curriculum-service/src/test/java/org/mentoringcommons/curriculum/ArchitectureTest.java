package org.mentoringcommons.curriculum;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "org.mentoringcommons.curriculum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("org.mentoringcommons.curriculum.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_depends_on_a_resource = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .onlyHaveDependentClassesThat()
            .areAnnotatedWith(Path.class)
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule only_the_roster_and_who_issues_certificates_know_people = noClasses()
            .that()
            .resideOutsideOfPackages("..roster..", "..certificate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..roster..");

    @ArchTest
    static final ArchRule reading_a_file_needs_no_database = noClasses()
            .that()
            .haveSimpleName("RosterFile")
            .or()
            .haveSimpleName("PastWorkshopFile")
            .or()
            .resideInAPackage("..csv..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.enterprise..");
}
