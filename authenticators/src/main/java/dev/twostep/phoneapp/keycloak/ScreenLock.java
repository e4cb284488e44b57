package dev.twostep.phoneapp.keycloak;

import dev.twostep.phoneapp.AnsweringPhone;
import dev.twostep.phoneapp.ApprovalKey;
import dev.twostep.phoneapp.Assertion;
import dev.twostep.phoneapp.RelyingParty;
import dev.twostep.phoneapp.webauthn.AssertionCheck;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/** What a phone's screen lock has to say to what the phone signed. The realm's own WebAuthn policy is about other keys and is not asked. */
final class ScreenLock {

    private final KeycloakSession session;

    ScreenLock(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Whether what the phone's key signed is enough. A phone without an {@link ApprovalKey} is believed by that alone.
     *
     * @param statement the JWS, as it was sent
     * @param sent      what it came in
     */
    boolean confirms(AnsweringPhone phone, String statement, JsonBody sent) {
        ApprovalKey key = phone.approvalKey();
        return key == null || AssertionCheck.passes(assertion(sent.part("assertion")), statement, key, party());
    }

    private static Assertion assertion(JsonBody sent) {
        return new Assertion(sent.text("authenticatorData"), sent.text("clientDataJSON"), sent.text("signature"));
    }

    private RelyingParty party() {
        return RelyingParty.of(session.getContext().getUri(UrlType.FRONTEND).getBaseUri());
    }
}
