package dev.twostep.apppassword;

/** The names of a realm's settings for temporary passwords, as they stand in the realm JSON. */
public enum AppPasswordSetting {
    LONGEST("longestLifetimeHours"),
    WRONG_PASSWORDS_PER_APP("wrongPasswordsPerApp");

    private final String key;

    AppPasswordSetting(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
