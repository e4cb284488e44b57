package dev.twostep.lifecycle;

import java.util.Arrays;

/** What hangs on two-factor sign-in being on: worth nothing for a user without a second factor. */
public enum Dependent {
    BACKUP_CODES("twostep-backup-code"),
    APP_PASSWORD("twostep-app-password");

    private final String credentialType;

    Dependent(String credentialType) {
        this.credentialType = credentialType;
    }

    public static boolean isCredentialType(String type) {
        return Arrays.stream(values()).anyMatch(dependent -> dependent.credentialType.equals(type));
    }
}
