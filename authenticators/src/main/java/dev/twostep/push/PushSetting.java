package dev.twostep.push;

/** The names of a realm's settings for login requests, as they stand in the realm JSON. */
public enum PushSetting {
    REQUEST_LIFE("requestLifeSeconds"),
    NUMBER_DIGITS("numberDigits"),
    NEW_PASSWORD_AFTER_REPORT("newPasswordAfterReport");

    private final String key;

    PushSetting(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
