package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.BorrowedSession;
import dev.twostep.keycloak.FactorChoice;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.SignInBasis;
import dev.twostep.keycloak.SignInGate;
import dev.twostep.keycloak.Source;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.Pairing.State;
import dev.twostep.phoneapp.Pairings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
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
 * Pairing a phone (P1), as the browser sees it: shows the QR code, asks whether the phone that scanned it is the right one, shows the number of the trial, and makes
 * the phone count. What is done in between, the phone does.
 */
final class PairPhoneAppAction implements RequiredActionProvider, CredentialRegistrator {

    static final int MOST_PHONES = 10;

    private static final String NOTE = "twostep.pairing";

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        return PhoneAppCredential.TYPE;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // asked for by the user, by twostep-setup or by an admin, never by itself
        SignInGate.settle(context);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isAllowed(context)) {
            show(context, current(context).orElseGet(() -> begin(context)));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (!isAllowed(context)) {
            return;
        }
        SignInGate.pass(context);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Optional<Pairing> pairing = current(context);
        if (form.containsKey("chooseAnother") && FactorChoice.isOpen(context)) {
            pairing.ifPresent(pairings(context)::end);
            context.getAuthenticationSession().removeAuthNote(NOTE);
            FactorChoice.again(context);
        } else if (pairing.isEmpty() || form.containsKey("again") || form.containsKey("reject")) {
            show(context, begin(context));
        } else if (form.containsKey("confirm")) {
            pairings(context).confirm(pairing.get());
            show(context, current(context).orElseThrow());
        } else if (pairing.get().state() == State.TRIED) {
            finish(context, pairing.get());
        } else {
            show(context, pairing.get());
        }
    }

    private static void finish(RequiredActionContext context, Pairing pairing) {
        EventBuilder event = context.getEvent()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(context.getUser())
                .detail(Details.CREDENTIAL_TYPE, PhoneAppCredential.TYPE);
        Optional<String> factor = new PairedPhone(context.getSession()).add(pairing, null);
        if (factor.isEmpty()) {
            show(context, current(context).orElse(pairing));
            return;
        }
        SignInBasis.of(context).stored(factor.get());
        Phones.codes(context.getSession(), context.getUser()).forgive();
        context.getAuthenticationSession().removeAuthNote(NOTE);
        event.success();
        context.success();
    }

    /** Answers itself where not. */
    private static boolean isAllowed(RequiredActionContext context) {
        if (BorrowedSession.of(context)) {
            context.challenge(new PairPage(context).impersonated());
            return false;
        }
        if (new UserPhones(context.getSession(), context.getUser()).all().size() >= MOST_PHONES) {
            context.challenge(new PairPage(context).full());
            return false;
        }
        return true;
    }

    private static Pairing begin(RequiredActionContext context) {
        Pairing pairing = pairings(context).begin(context.getUser().getId(), origin(context));
        context.getAuthenticationSession().setAuthNote(NOTE, pairing.id());
        return pairing;
    }

    /** The one that this tab has begun. */
    private static Optional<Pairing> current(RequiredActionContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(NOTE))
                .flatMap(pairings(context)::find)
                .filter(pairing -> pairing.userId().equals(context.getUser().getId()))
                .filter(pairing -> pairing.origin().equals(origin(context)));
    }

    private static void show(RequiredActionContext context, Pairing pairing) {
        PairPage page = new PairPage(context);
        context.challenge(
                pairing.isOver(Source.CLOCK.instant())
                        ? page.over(pairing)
                        : page.show(pairing, pairings(context).secrets()));
    }

    private static String origin(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return new RealmKeys(context.getSession())
                .hash("browser", login.getParentSession().getId() + "|" + login.getTabId());
    }

    private static Pairings pairings(RequiredActionContext context) {
        return RealmPairings.of(context.getSession());
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
