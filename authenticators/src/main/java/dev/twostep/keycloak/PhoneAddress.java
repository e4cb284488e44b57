package dev.twostep.keycloak;

import dev.twostep.secret.Secret;
import org.keycloak.models.KeycloakSession;

/** Addresses of the phone app of the realm in the session's context. What is secret in one stands in its fragment, which no server and no log gets to see. */
public final class PhoneAddress {

    private PhoneAddress() {}

    /** The app itself. */
    public static String of(KeycloakSession session) {
        return TwostepAddress.of(session, "phone/");
    }

    /** Where a phone that scans the pairing page's QR code goes. */
    public static String toPair(KeycloakSession session, Secret token) {
        return of(session) + "#p=" + token.reveal();
    }

    /** Where a phone that scans the sign-in page's QR code goes. */
    public static String toApprove(KeycloakSession session, String request, Secret scanned) {
        return of(session) + "#r=" + request + "." + scanned.reveal();
    }
}
