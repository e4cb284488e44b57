package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.BorrowedSession;
import dev.twostep.keycloak.FactorChoice;
import dev.twostep.keycloak.SignInBasis;
import dev.twostep.keycloak.SignInGate;
import dev.twostep.phone.NumberReading;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.phone.PhoneNumbers;
import dev.twostep.sms.CodeCheck;
import dev.twostep.sms.CodeRequest;
import dev.twostep.sms.CodeState;
import dev.twostep.sms.Purpose;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Adding or changing the number (S3): asks for it, proves it with a code, and only then stores it; until then the old number
 * keeps working. Being a registrator of its credential type makes Keycloak ask for a present factor first (L6).
 */
final class AddPhoneAction implements RequiredActionProvider, CredentialRegistrator {

    private static final String SIGN_OUT_ELSEWHERE = "twostep.sms.sign-out-elsewhere";

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        return SmsCredential.TYPE;
    }

    /** Asked for by the user, by twostep-setup or by an admin, never by itself. A sign-in by text says so, whatever page comes after it. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        SignInGate.settle(context);
        if (AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession())
                .contains(SmsCredential.TYPE)) {
            context.getEvent().detail(Details.CREDENTIAL_TYPE, SmsCredential.TYPE);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Optional<PhoneNumber> number = pending(context).get();
        if (number.isPresent()) {
            CodeState state = sms(context).codes().look(request(context, number.get()));
            context.challenge(codePage(context).show(state, number.get()));
        } else {
            context.challenge(new NumberPage(context).show());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        EventBuilder event = context.getEvent().clone().event(EventType.UPDATE_CREDENTIAL);
        SmsEvent.describe(event, context.getUser());
        if (BorrowedSession.of(context)) {
            event.error(SmsEvent.IMPERSONATED);
            context.challenge(
                    new NumberPage(context).error("twostepImpersonated").show());
            return;
        }
        SignInGate.pass(context);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Optional<PhoneNumber> number = pending(context).get();
        if (form.containsKey("chooseAnother") && FactorChoice.isOpen(context)) {
            pending(context).forget();
            FactorChoice.again(context);
        } else if (form.containsKey("changeNumber")) {
            pending(context).forget();
            context.challenge(new NumberPage(context).show());
        } else if (number.isEmpty() || form.containsKey("number")) {
            readNumber(context, event, form);
        } else if (form.containsKey("resend")) {
            CodeState state = sms(context).codes().sendAgain(request(context, number.get()));
            SmsEvent.state(event, state);
            context.challenge(codePage(context).answer(state).show(state, number.get()));
        } else {
            check(context, event, number.get(), TypedCode.from(form));
        }
    }

    private void readNumber(RequiredActionContext context, EventBuilder event, MultivaluedMap<String, String> form) {
        NumberPage page = new NumberPage(context).typed(form);
        NumberReading reading = new PhoneNumbers()
                .read(page.number(), page.country(), sms(context).policy().allowedCountries());
        if (reading instanceof NumberReading.Read read) {
            pending(context).put(read.number());
            context.getAuthenticationSession()
                    .setAuthNote(SIGN_OUT_ELSEWHERE, String.valueOf("on".equals(form.getFirst("logout-sessions"))));
            CodeState state = sms(context).codes().begin(request(context, read.number()));
            SmsEvent.state(event, state);
            context.challenge(codePage(context).show(state, read.number()));
        } else if (reading instanceof NumberReading.Problem problem) {
            context.challenge(page.problem(problem).show());
        }
    }

    private void check(RequiredActionContext context, EventBuilder event, PhoneNumber number, TypedCode typed) {
        CodeRequest request = request(context, number);
        if (!typed.couldBeACode()) {
            CodePage page = codePage(context);
            again(context, request, typed.missing() ? page.error("twostepSmsCodeMissing") : page.malformed());
            return;
        }
        CodeCheck check = sms(context).codes().check(request.owner(), typed.digits());
        SmsEvent.checked(event, check);
        if (check instanceof CodeCheck.Accepted) {
            store(context, event, number);
        } else {
            CodeAnswer answer = CodeAnswer.to(check);
            event.error(answer.error());
            again(context, request, codePage(context).error(answer.message()));
        }
    }

    private void again(RequiredActionContext context, CodeRequest request, CodePage page) {
        context.challenge(page.show(sms(context).codes().look(request), request.number()));
    }

    private void store(RequiredActionContext context, EventBuilder event, PhoneNumber number) {
        SmsProvider sms = sms(context);
        Optional<NumberChange.Made> change = new NumberChange(context.getSession(), context.getUser(), sms.keys())
                .make(number, NumberLabel.of(context, number), pending(context));
        pending(context).forget();
        if (change.isEmpty()) {
            overtaken(context, event);
            return;
        }
        SignInBasis.of(context).stored(change.get().factor());
        if (Boolean.parseBoolean(context.getAuthenticationSession().getAuthNote(SIGN_OUT_ELSEWHERE))) {
            AuthenticatorUtil.logoutOtherSessions(context);
        }
        change.get().old().filter(known -> !known.sameAs(number)).ifPresent(known -> new ChangeNotice(
                        context.getSession(), context.getUser(), sms.dispatcher())
                .tell(known, number));
        event.success();
        context.success();
    }

    /** Something happened elsewhere that this sign-in did not know of; it stores nothing, and says so. */
    private static void overtaken(RequiredActionContext context, EventBuilder event) {
        event.error(SmsEvent.CHANGED_ELSEWHERE);
        context.challenge(new NumberPage(context).overtaken());
    }

    private static PendingNumber pending(RequiredActionContext context) {
        return new PendingNumber(
                context.getAuthenticationSession(), sms(context).keys());
    }

    private static CodeRequest request(RequiredActionContext context, PhoneNumber number) {
        return sms(context)
                .request(Purpose.VERIFY_NUMBER, context.getUser(), number, context.getAuthenticationSession());
    }

    private static CodePage codePage(RequiredActionContext context) {
        return new CodePage(context.getSession(), context.form(), sms(context).policy(), Purpose.VERIFY_NUMBER);
    }

    private static SmsProvider sms(RequiredActionContext context) {
        return context.getSession().getProvider(SmsProvider.class);
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
