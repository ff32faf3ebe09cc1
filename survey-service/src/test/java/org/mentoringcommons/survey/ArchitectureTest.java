package org.mentoringcommons.survey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "org.mentoringcommons.survey", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("org.mentoringcommons.survey.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_depends_on_resources = noClasses()
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Path.class)
            .because("features meet through repositories and events");

    @ArchTest
    static final ArchRule resources_are_package_private =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("UtcClock")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .because("tests set the clock that decides whether a wave is open");

    @ArchTest
    static final ArchRule secrets_are_compared_in_constant_time = noClasses()
            .should()
            .callMethod(java.util.Arrays.class, "equals", byte[].class, byte[].class)
            .orShould()
            .callMethod(java.util.Arrays.class, "compare", byte[].class, byte[].class)
            .orShould()
            .callMethod(java.util.Arrays.class, "mismatch", byte[].class, byte[].class)
            .because("the time it takes would tell how much of a guess is right: MessageDigest.isEqual");

    @ArchTest
    static final ArchRule pseudonyms_know_nothing_of_answers_or_people = noClasses()
            .that()
            .resideInAPackage("..pseudonym..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..response..", "..invitation..", "..form..", "..coding..");

    @ArchTest
    static final ArchRule instruments_depend_on_no_other_feature = noClasses()
            .that()
            .resideInAPackage("..instrument..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..protocol..", "..wave..", "..invitation..", "..response..", "..form..", "..coding..");
}
