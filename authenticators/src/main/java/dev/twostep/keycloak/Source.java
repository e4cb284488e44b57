package dev.twostep.keycloak;

import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;

/** Time and randomness of Keycloak's, for features that take them through the constructor. */
public final class Source {

    /** Keycloak's clock, which its tests and its "time offset" move. */
    public static final InstantSource CLOCK = () -> Instant.ofEpochMilli(Time.currentTimeMillis());

    private static final int ID_BYTES = 16;

    private Source() {}

    /** 128 random bits, base64url without padding. */
    public static String newId() {
        return SecretGenerator.getInstance().generateBase64SecureId(ID_BYTES).replace("=", "");
    }
}
