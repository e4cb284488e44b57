package dev.twostep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house: one package per feature, Keycloak and vendors only in child packages that are named after them. */
@AnalyzeClasses(packages = "dev.twostep", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseRulesTest {

    @ArchTest
    static final ArchRule ONLY_KEYCLOAK_PACKAGES_IMPORT_KEYCLOAK = noClasses()
            .that()
            .resideOutsideOfPackage("..keycloak..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.keycloak..", "jakarta..");

    @ArchTest
    static final ArchRule ONLY_THE_TWILIO_PACKAGE_IMPORTS_TWILIO = noClasses()
            .that()
            .resideOutsideOfPackage("dev.twostep.sms.twilio..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.twilio..");

    @ArchTest
    static final ArchRule FEATURES_MEET_ONLY_THROUGH_SHARED_PORTS =
            slices().matching("dev.twostep.(*).keycloak..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.twostep.(**)").should().beFreeOfCycles();
}
