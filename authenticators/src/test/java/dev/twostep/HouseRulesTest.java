package dev.twostep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

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
    static final ArchRule ONLY_THE_WEBAUTHN_PACKAGE_IMPORTS_WEBAUTHN4J = noClasses()
            .that()
            .resideOutsideOfPackage("dev.twostep.phoneapp.webauthn..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.webauthn4j..");

    @ArchTest
    static final ArchRule FEATURES_MEET_ONLY_THROUGH_SHARED_PORTS =
            slices().matching("dev.twostep.(*).keycloak..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule EVERY_ACTION_HAS_OVERTAKEN_SIGN_INS_ENDED = methods()
            .that()
            .areDeclaredInClassesThat()
            .implement("org.keycloak.authentication.RequiredActionProvider")
            .and()
            .haveName("evaluateTriggers")
            .should(callTheGate("settle"));

    @ArchTest
    static final ArchRule NO_ACTION_DOES_ANYTHING_FOR_THEM = methods()
            .that()
            .areDeclaredInClassesThat()
            .implement("org.keycloak.authentication.RequiredActionProvider")
            .and()
            .haveName("processAction")
            .should(callTheGate("pass"));

    private static ArchCondition<JavaMethod> callTheGate(String name) {
        return new ArchCondition<>("call SignInGate." + name) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean calls = method.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .anyMatch(target -> target.getName().equals(name)
                                && target.getOwner().getSimpleName().equals("SignInGate"));
                events.add(new SimpleConditionEvent(method, calls, method.getFullName()));
            }
        };
    }

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.twostep.(**)").should().beFreeOfCycles();
}
