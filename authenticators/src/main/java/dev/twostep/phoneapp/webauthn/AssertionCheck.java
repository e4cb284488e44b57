package dev.twostep.phoneapp.webauthn;

import com.webauthn4j.WebAuthnAuthenticationManager;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.twostep.phoneapp.ApprovalKey;
import dev.twostep.phoneapp.Assertion;
import dev.twostep.phoneapp.RelyingParty;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;

/**
 * Whether a phone's owner said yes to a statement with the screen lock: WebAuthn Level 2, 7.2, with the hash of the statement for a challenge. So an assertion is good
 * for one statement, and as often as that one is.
 */
public final class AssertionCheck {

    private static final WebAuthnAuthenticationManager WEBAUTHN = new WebAuthnAuthenticationManager();

    private AssertionCheck() {}

    /** @param statement what the phone's own key signed, as it was sent: a compact JWS */
    public static boolean passes(Assertion assertion, String statement, ApprovalKey key, RelyingParty party) {
        try {
            WEBAUTHN.verify(request(assertion, key), parameters(statement, key, party));
            return true;
        } catch (RuntimeException refused) { // whatever a stranger's bytes can make of it
            return false;
        }
    }

    private static AuthenticationRequest request(Assertion assertion, ApprovalKey key) {
        return new AuthenticationRequest(
                key.idBytes(),
                bytes(assertion.authenticatorData()),
                bytes(assertion.clientDataJson()),
                bytes(assertion.signature()));
    }

    /** Steps 11 to 20: a get, this challenge, this origin and in nobody's frame, this host, its owner present and recognised, signed with this key. */
    @SuppressWarnings("deprecation") // the builder that is to be used instead is not in Keycloak 26.5's version
    private static AuthenticationParameters parameters(String statement, ApprovalKey key, RelyingParty party) {
        ServerProperty server =
                new ServerProperty(new Origin(party.origin()), party.id(), new DefaultChallenge(sha256(statement)));
        return new AuthenticationParameters(server, known(key), List.of(key.idBytes()), true, true);
    }

    /**
     * Step 21, the counter, says nothing here: those of phones and computers stay at 0, because one key may be on several devices of a person. The one that
     * is compared with is therefore always 0. A copied key would not be enough: the statement is signed by a key that no backup has.
     */
    private static CredentialRecord known(ApprovalKey key) {
        AttestedCredentialData data = new AttestedCredentialData(AAGUID.ZERO, key.idBytes(), cose(key));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(), null, null, null, 0, data, null, null, null, null);
    }

    private static COSEKey cose(ApprovalKey key) {
        return switch (key.algorithm()) {
            case ES256 -> EC2COSEKey.create((ECPublicKey) key.key(), COSEAlgorithmIdentifier.ES256);
            case RS256 -> RSACOSEKey.create((RSAPublicKey) key.key(), COSEAlgorithmIdentifier.RS256);
        };
    }

    private static byte[] sha256(String statement) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(statement.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
