package dev.twostep.push.keycloak;

import dev.twostep.keycloak.BruteForce;
import dev.twostep.keycloak.Meters;
import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.UserCache;
import dev.twostep.lifecycle.Factor;
import dev.twostep.phoneapp.LoginCode;
import dev.twostep.phoneapp.LoginCodeCheck;
import dev.twostep.push.Asking;
import dev.twostep.push.LoginRequest;
import dev.twostep.push.RequestStatus;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Signing in with the phone app: turns the form into questions to {@code LoginRequests} and {@code LoginCodes}, and their answers into pages and events. */
public final class PhoneAppAuthenticator
        implements Authenticator, CredentialValidator<CredentialProvider<? extends CredentialModel>> {

    private static final String TYPE = Factor.PHONE_APP.credentialType();
    /** This tab has been shown the field for a login code instead of a request. */
    private static final String BY_CODE = "twostep.phone-app.by-code";

    private static final String TOKEN_ENDPOINT = "/protocol/openid-connect/token";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        describe(context);
        if (context.getUriInfo().getPath().endsWith(TOKEN_ENDPOINT)) {
            // a request needs a page to show its number
            context.attempted();
            return;
        }
        Optional<LoginRequest> request = Push.of(context.getSession()).waiting(context.getAuthenticationSession());
        if (context.getAuthenticationSession().getAuthNote(BY_CODE) != null) {
            context.challenge(page(context).code());
        } else if (isLocked(context)) {
            context.challenge(page(context).locked());
        } else if (request.isPresent()) {
            // a page that is loaded again sends nothing
            context.challenge(page(context).of(request.get()));
        } else {
            ask(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        describe(context);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String lock = BruteForce.lock(context);
        if (lock != null) {
            context.getEvent().error(lock);
            context.forceChallenge(
                    BruteForce.onlyBusy(context)
                            ? page(context).busy()
                            : page(context).locked());
        } else if (form.containsKey("useCode")) {
            Push.of(context.getSession()).giveUp(login);
            login.setAuthNote(BY_CODE, "true");
            context.forceChallenge(page(context).code());
        } else if (form.containsKey("code")) {
            check(context, String.valueOf(form.getFirst("code")));
        } else if (form.containsKey("again") || form.containsKey("usePhone")) {
            login.removeAuthNote(BY_CODE);
            ask(context);
        } else {
            goOn(context);
        }
    }

    private static void ask(AuthenticationFlowContext context) {
        Push push = Push.of(context.getSession());
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Asking asking = push.requests().ask(push.asker(context.getUser(), login));
        if (asking instanceof Asking.Asked asked) {
            push.waitsFor(login, asked.request());
            boolean woken = asked.isNew() && !asked.silent() && push.wake(context.getUser(), asked.request());
            WakingNote.write(login, woken, asked.silent());
            Meters.count("twostep_login_requests", "outcome", "asked");
            context.forceChallenge(page(context).of(asked.request()));
        } else if (asking instanceof Asking.Wait wait) {
            Meters.count("twostep_login_requests", "outcome", "made_to_wait");
            context.forceChallenge(page(context).paused(wait));
        } else {
            context.forceChallenge(page(context).another());
        }
    }

    /** The person says that the phone has answered, or the page noticed. */
    private static void goOn(AuthenticationFlowContext context) {
        Push push = Push.of(context.getSession());
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<LoginRequest> request = push.waiting(login);
        if (request.isEmpty()) {
            ask(context);
            return;
        }
        if (!isStillPaired(context, push, request.get())) {
            push.giveUp(login);
            context.forceChallenge(
                    page(context).of(push.requests().find(request.get().id()).orElse(request.get())));
            return;
        }
        if (push.requests().finish(request.get(), push.tab(login))) {
            // read anew: the answer may have come since the look
            String phone = push.requests()
                    .find(request.get().id())
                    .map(LoginRequest::phone)
                    .orElse(null);
            if (phone != null) {
                context.getEvent().detail(Details.CREDENTIAL_ID, phone);
                context.getSession().getProvider(PhonesProvider.class).used(context.getUser(), phone);
            }
            push.finished(login, request.get());
            BruteForce.right(context);
            context.success(TYPE);
            return;
        }
        RequestStatus status = request.get().status(Source.CLOCK.instant());
        switch (status) {
            case DENIED, WRONG_NUMBER, REPORTED -> context.getEvent().error("twostep_" + status.label());
            default -> {
                // nothing has gone wrong
            }
        }
        context.forceChallenge(page(context).stillWaiting(request.get()));
    }

    /** A phone that was removed after it answered lets nobody in. */
    private static boolean isStillPaired(AuthenticationFlowContext context, Push push, LoginRequest request) {
        String phone =
                push.requests().find(request.id()).map(LoginRequest::phone).orElse(null);
        if (phone == null) {
            return true;
        }
        UserModel fresh =
                UserCache.fresh(context.getSession(), context.getUser().getId());
        return context.getSession().getProvider(PhonesProvider.class).of(fresh).stream()
                .anyMatch(paired -> paired.id().equals(phone));
    }

    private static void check(AuthenticationFlowContext context, String typed) {
        String digits = digits(typed);
        if (digits.length() != LoginCode.DIGITS) {
            context.forceChallenge(
                    page(context).codeError(digits.isEmpty() ? "twostepPushCodeMissing" : "twostepPushCodeMalformed"));
            return;
        }
        LoginCodeCheck check =
                context.getSession().getProvider(PhonesProvider.class).check(context.getUser(), digits);
        Meters.count(
                "twostep_codes_checked",
                "factor",
                TYPE,
                "result",
                check.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (check instanceof LoginCodeCheck.Accepted accepted) {
            context.getEvent().detail(Details.CREDENTIAL_ID, accepted.phone());
            BruteForce.right(context);
            context.success(TYPE);
        } else if (check instanceof LoginCodeCheck.Wrong) {
            BruteForce.wrong(context);
            context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
            context.failureChallenge(
                    AuthenticationFlowError.INVALID_CREDENTIALS, page(context).codeError("twostepPushCodeWrong"));
        } else {
            context.getEvent().error("twostep_limited");
            context.forceChallenge(page(context).codeLimited());
        }
    }

    /** In any script's digits, with anything between them that people put there. */
    private static String digits(String typed) {
        return typed.codePoints()
                .filter(point -> !Character.isWhitespace(point) && point != '-')
                .mapToObj(point -> Character.isDigit(point)
                        ? String.valueOf(Character.digit(point, 10))
                        : Character.toString(point))
                .reduce("", String::concat)
                .replaceAll(".*[^0-9].*", "-");
    }

    private static boolean isLocked(AuthenticationFlowContext context) {
        return !context.getUser().isEnabled() || BruteForce.isLocked(context.getSession(), context.getUser());
    }

    private static void describe(AuthenticationFlowContext context) {
        context.getEvent().user(context.getUser()).detail(Details.CREDENTIAL_TYPE, TYPE);
    }

    private static WaitingPage page(AuthenticationFlowContext context) {
        return new WaitingPage(context);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, @Nullable UserModel user) {
        return user != null
                && !session.getProvider(PhonesProvider.class).of(user).isEmpty();
    }

    /** Only where a flow requires the phone app and the user has none; the usual flows offer it as an alternative. */
    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        session.getContext().getAuthenticationSession().addRequiredAction(Factor.PHONE_APP.enrolAction());
    }

    @Override
    public List<RequiredActionFactory> getRequiredActions(KeycloakSession session) {
        return List.of((RequiredActionFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RequiredActionProvider.class, Factor.PHONE_APP.enrolAction()));
    }

    @Override
    @SuppressWarnings("unchecked") // Keycloak gives every provider of credentials as one of any type
    public CredentialProvider<? extends CredentialModel> getCredentialProvider(KeycloakSession session) {
        return (CredentialProvider<? extends CredentialModel>) session.getProvider(CredentialProvider.class, TYPE);
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
