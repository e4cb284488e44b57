package dev.twostep.backupcode;

/** The names of a realm's settings for backup codes, as they stand in the realm JSON. */
public enum BackupCodeSetting {
    /** {@code refuse} or {@code accept}. */
    OUT_OF_ORDER("outOfOrder"),
    WRONG_CODES_PER_USER("wrongCodesPerUserAndHour");

    private final String key;

    BackupCodeSetting(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
