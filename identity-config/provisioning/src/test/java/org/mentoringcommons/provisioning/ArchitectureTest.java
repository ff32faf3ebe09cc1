package org.mentoringcommons.provisioning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.mentoringcommons.provisioning.keycloak.Organizations;

@AnalyzeClasses(packagesOf = SystemClock.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES = slices().matching("org.mentoringcommons.provisioning.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_A_RESOURCE = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameStartingWith("set");

    @ArchTest
    static final ArchRule ONLY_ITS_PACKAGE_SPEAKS_KEYCLOAK_S_LANGUAGE = noClasses()
            .that()
            .resideOutsideOfPackage(Organizations.class.getPackageName())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs.client..", "org.eclipse.microprofile.rest.client..");
}
