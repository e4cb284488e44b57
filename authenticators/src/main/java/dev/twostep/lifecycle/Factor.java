package dev.twostep.lifecycle;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A second factor: whoever has one stored has two-factor sign-in on. Backup codes and temporary passwords are none; they hang on
 * it being on.
 */
public enum Factor {
    PHONE_APP("twostep-phone-app", "twostep-pair-phone-app"),
    TEXT_MESSAGE("twostep-sms", "twostep-add-phone"),
    AUTHENTICATOR_APP("otp", "CONFIGURE_TOTP"),
    SECURITY_KEY("webauthn", "webauthn-register");

    private static final Set<String> CREDENTIAL_TYPES =
            Arrays.stream(values()).map(Factor::credentialType).collect(Collectors.toUnmodifiableSet());

    private final String credentialType;
    private final String enrolAction;

    Factor(String credentialType, String enrolAction) {
        this.credentialType = credentialType;
        this.enrolAction = enrolAction;
    }

    /** The type of the stored credential, which is also the reference category of its authenticator. */
    public String credentialType() {
        return credentialType;
    }

    /** The required action that adds it. */
    public String enrolAction() {
        return enrolAction;
    }

    public static boolean isCredentialType(String type) {
        return CREDENTIAL_TYPES.contains(type);
    }

    public static Optional<Factor> ofEnrolAction(String action) {
        return Arrays.stream(values())
                .filter(factor -> factor.enrolAction.equals(action))
                .findFirst();
    }
}
