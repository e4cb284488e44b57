package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.BruteForce;
import dev.twostep.keycloak.PushProvider;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.sms.CodeCheck;
import dev.twostep.sms.CodeRequest;
import dev.twostep.sms.CodeState;
import dev.twostep.sms.Purpose;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Signing in by text message: turns the form into questions to {@code TextCodes}, and its answers into pages and events. */
public final class SmsAuthenticator implements Authenticator, CredentialValidator<SmsCredentialProvider> {

    /** This tab has been shown the code page; from now on only the button sends (S2). */
    private static final String BEGUN = "twostep.sms.begun";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.getSession().getProvider(PushProvider.class).giveUp(context.getAuthenticationSession());
        SmsEvent.describe(context.getEvent(), context.getUser());
        Optional<CodeRequest> request = request(context);
        if (request.isEmpty()) {
            unusable(context);
            return;
        }
        CodeState state = begun(context)
                ? sms(context).codes().look(request.get())
                : sms(context).codes().begin(request.get());
        remember(context, state);
        context.challenge(page(context).show(state, request.get().number()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        SmsEvent.describe(context.getEvent(), context.getUser());
        Optional<CodeRequest> request = request(context);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String lock = BruteForce.lock(context);
        if (request.isEmpty()) {
            unusable(context);
        } else if (lock != null) {
            locked(context, request.get(), lock);
        } else if (form.containsKey("resend")) {
            sendAgain(context, request.get());
        } else {
            check(context, request.get(), TypedCode.from(form));
        }
    }

    private void sendAgain(AuthenticationFlowContext context, CodeRequest request) {
        CodeState state = sms(context).codes().sendAgain(request);
        remember(context, state);
        context.forceChallenge(page(context).answer(state).show(state, request.number()));
    }

    private void check(AuthenticationFlowContext context, CodeRequest request, TypedCode typed) {
        if (!typed.couldBeACode()) {
            CodePage page = page(context);
            context.forceChallenge((typed.missing() ? page.error("twostepSmsCodeMissing") : page.malformed())
                    .show(sms(context).codes().look(request), request.number()));
            return;
        }
        CodeCheck check = sms(context).codes().check(request.owner(), typed.digits());
        SmsEvent.checked(context.getEvent(), check);
        if (check instanceof CodeCheck.Accepted) {
            BruteForce.right(context);
            context.success(SmsCredential.TYPE);
        } else if (check instanceof CodeCheck.Wrong) {
            BruteForce.wrong(context);
            context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
            context.failureChallenge(
                    AuthenticationFlowError.INVALID_CREDENTIALS, again(context, request, "twostepSmsCodeWrong"));
        } else {
            refuse(context, request, CodeAnswer.to(check));
        }
    }

    private void locked(AuthenticationFlowContext context, CodeRequest request, String lock) {
        context.getEvent().error(lock);
        CodePage page = page(context);
        context.forceChallenge((BruteForce.onlyBusy(context) ? page.busy() : page.locked())
                .show(sms(context).codes().look(request), request.number()));
    }

    private void refuse(AuthenticationFlowContext context, CodeRequest request, CodeAnswer answer) {
        context.getEvent().error(answer.error());
        context.forceChallenge(again(context, request, answer.message()));
    }

    private Response again(AuthenticationFlowContext context, CodeRequest request, String message) {
        return page(context).error(message).show(sms(context).codes().look(request), request.number());
    }

    /** Fails closed: without a readable number nothing is sent and nothing accepted, other ways stay open. */
    private void unusable(AuthenticationFlowContext context) {
        context.getEvent().clone().error(SmsEvent.UNREADABLE);
        context.forceChallenge(page(context).unusable());
    }

    private static void remember(AuthenticationFlowContext context, CodeState state) {
        SmsEvent.state(context.getEvent(), state);
        if (state.kind() != CodeState.Kind.WAITING && state.kind() != CodeState.Kind.LIMITED) {
            context.getAuthenticationSession().setAuthNote(BEGUN, "true");
        }
    }

    private static boolean begun(AuthenticationFlowContext context) {
        return context.getAuthenticationSession().getAuthNote(BEGUN) != null;
    }

    private static Optional<CodeRequest> request(AuthenticationFlowContext context) {
        SmsProvider sms = sms(context);
        Optional<PhoneNumber> number = SmsCredentials.of(context.getUser())
                .flatMap(credential -> credential.number(context.getUser().getId(), sms.keys()));
        return number.map(
                known -> sms.request(Purpose.LOGIN, context.getUser(), known, context.getAuthenticationSession()));
    }

    private static SmsProvider sms(AuthenticationFlowContext context) {
        return context.getSession().getProvider(SmsProvider.class);
    }

    private static CodePage page(AuthenticationFlowContext context) {
        return new CodePage(context.getSession(), context.form(), sms(context).policy(), Purpose.LOGIN);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, @Nullable UserModel user) {
        return user != null && SmsCredentials.of(user).isPresent();
    }

    /** Only where a flow requires a text message and the user has no number; the usual flows offer it as an alternative. */
    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        session.getContext().getAuthenticationSession().addRequiredAction(AddPhoneActionFactory.ID);
    }

    @Override
    public List<RequiredActionFactory> getRequiredActions(KeycloakSession session) {
        return List.of((RequiredActionFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RequiredActionProvider.class, AddPhoneActionFactory.ID));
    }

    @Override
    public SmsCredentialProvider getCredentialProvider(KeycloakSession session) {
        return (SmsCredentialProvider) session.getProvider(CredentialProvider.class, SmsCredentialProviderFactory.ID);
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
