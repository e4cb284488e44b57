package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.apppassword.keycloak.AppSignIn.Attempt;
import dev.twostep.apppassword.keycloak.AppSignIn.Outcome;
import dev.twostep.keycloak.AppSession;
import dev.twostep.keycloak.InvalidGrant;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The only step of the direct grant: finds the user itself, because Keycloak's own step tells users apart, and lets {@link AppSignIn} decide. A
 * refusal is no failure of the flow, or Keycloak would count it once more.
 */
final class AppPasswordAuthenticator implements Authenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String username =
                text(form.getFirst(AuthenticationManager.FORM_USERNAME)).strip();
        context.getEvent().detail(Details.USERNAME, username);
        ClientModel client = context.getAuthenticationSession().getClient();
        AppOrigin origin = AppOrigin.of(context.getSession(), context.getHttpRequest(), client);
        Attempt attempt = new Attempt(
                client,
                username,
                text(form.getFirst("password")),
                text(form.getFirst(OAuth2Constants.SCOPE)),
                origin.address(),
                origin.agent());
        Outcome outcome = new AppSignIn(context.getSession(), attempt).decide();
        if (outcome instanceof Outcome.Accepted accepted) {
            accept(context, username, accepted);
        } else if (outcome instanceof Outcome.Refused refused) {
            refuse(context, refused);
        }
    }

    private static void accept(AuthenticationFlowContext context, String username, Outcome.Accepted accepted) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, username);
        login.setUserSessionNote(AppSession.CREDENTIAL_TYPE, accepted.credentialType());
        context.getEvent().detail(Details.CREDENTIAL_TYPE, accepted.credentialType());
        IssuedPassword password = accepted.password();
        if (password == null) {
            login.setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
            login.setUserSessionNote(
                    AppSession.ACCOUNT_PASSWORD,
                    new CredentialAppPasswordStore(context.getSession(), accepted.user())
                            .grounds()
                            .accountPassword());
        } else {
            login.setUserSessionNote(AppSession.APP_PASSWORD, password.id());
            context.getEvent().detail(Details.CREDENTIAL_ID, password.id());
        }
        context.setUser(accepted.user());
        context.success(accepted.credentialType());
    }

    private static void refuse(AuthenticationFlowContext context, Outcome.Refused refused) {
        if (refused.user() != null) {
            context.getEvent().user(refused.user());
        }
        context.getEvent().error(refused.error());
        context.forceChallenge(InvalidGrant.response());
    }

    private static String text(String parameter) {
        return Objects.requireNonNullElse(parameter, "");
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        // there is no page
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // nothing to set up
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
