package dev.twostep.lifecycle.keycloak;

import dev.twostep.keycloak.BorrowedSession;
import dev.twostep.keycloak.FactorChoice;
import dev.twostep.keycloak.HelpLink;
import dev.twostep.keycloak.SignInGate;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.keycloak.UnsafePolicy;
import dev.twostep.lifecycle.Factor;
import dev.twostep.lifecycle.SetupPolicy;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets a user choose the factor to set up, of those that the realm offers; with one on offer there is nothing to choose. Where the
 * realm enforces two-factor sign-in, every sign-in of a user without a factor passes here.
 */
final class SetupAction implements RequiredActionProvider, CredentialRegistrator {

    private final UnsafePolicy unsafe;

    SetupAction(UnsafePolicy unsafe) {
        this.unsafe = unsafe;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** Any level 2 factor: whoever has one proves it before adding another (L6). */
    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        return Factor.TEXT_MESSAGE.credentialType();
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        SignInGate.settle(context);
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (policy(context).enforced() && !StoredFactors.any(context.getUser()) && !enrolling(login)) {
            login.addRequiredAction(SetupActionFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        List<Factor> offered = SecondFactors.offered(context.getSession());
        if (offered.size() == 1) {
            enrol(context, offered.get(0), 1);
        } else {
            context.challenge(page(context, offered));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        SignInGate.pass(context);
        List<Factor> offered = SecondFactors.offered(context.getSession());
        String chosen = context.getHttpRequest().getDecodedFormParameters().getFirst("factor");
        Optional<Factor> factor =
                Factor.ofEnrolAction(chosen == null ? "" : chosen).filter(offered::contains);
        if (BorrowedSession.of(context)) {
            context.form().setError("twostepImpersonated");
            context.challenge(page(context, offered));
        } else if (factor.isEmpty()) {
            context.challenge(page(context, offered));
        } else {
            enrol(context, factor.get(), offered.size());
        }
    }

    /** The enrolment follows in the same sign-in, which cannot end before it. */
    private static void enrol(RequiredActionContext context, Factor factor, int ways) {
        FactorChoice.made(context.getAuthenticationSession(), factor.enrolAction(), ways);
        context.getAuthenticationSession().addRequiredAction(factor.enrolAction());
        context.success();
    }

    private SetupPolicy policy(RequiredActionContext context) {
        RequiredActionConfigModel config = context.getRealm().getRequiredActionConfigByAlias(SetupActionFactory.ID);
        SetupPolicy policy = SetupPolicy.read(config == null ? null : config.getConfigValue(SetupPolicy.ENFORCE));
        unsafe.note(context.getSession(), policy.readable() ? List.of() : List.of(SetupPolicy.ENFORCE));
        return policy;
    }

    private static boolean enrolling(AuthenticationSessionModel login) {
        return login.getRequiredActions().stream()
                .anyMatch(action -> Factor.ofEnrolAction(action).isPresent());
    }

    private static Response page(RequiredActionContext context, List<Factor> offered) {
        if (offered.isEmpty()) {
            context.form().setError("twostepSetupNothingToChoose");
        }
        return context.form()
                .setAttribute(
                        "twostepSetup",
                        Map.of(
                                "factors",
                                offered.stream().map(SetupAction::attributes).toList(),
                                "canSkip",
                                false,
                                "helpUrl",
                                HelpLink.to(context.getSession(), "")))
                .createForm("twostep-setup.ftl");
    }

    private static Map<String, Object> attributes(Factor factor) {
        return switch (factor) {
            case PHONE_APP ->
                attributes(
                        factor,
                        "twostep-phone-app-display-name",
                        "twostepSetupPhoneHelp",
                        "fa fa-bell list-view-pf-icon-lg");
            case TEXT_MESSAGE ->
                attributes(
                        factor,
                        "twostep-sms-display-name",
                        "twostep-sms-help-text",
                        "fa fa-comment list-view-pf-icon-lg");
            case AUTHENTICATOR_APP ->
                attributes(factor, "twostepSetupApp", "twostepSetupAppHelp", "kcAuthenticatorOTPClass");
            case SECURITY_KEY ->
                attributes(factor, "twostepSetupKey", "twostepSetupKeyHelp", "kcAuthenticatorWebAuthnClass");
        };
    }

    private static Map<String, Object> attributes(Factor factor, String name, String help, String icon) {
        return Map.of("action", factor.enrolAction(), "name", name, "help", help, "icon", icon);
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
