package dev.twostep.sms;

/** The names of a realm's settings for text messages, as they stand in the realm JSON. */
public enum SmsSetting {
    GATEWAYS("gateways"),
    CODE_LIFE("codeLifeSeconds"),
    RESEND_WAIT("resendWaitSeconds"),
    DEFAULT_COUNTRY("defaultCountry"),
    ALLOWED_COUNTRIES("allowedCountries"),
    TEXTS_PER_USER("textsPerUserAndHour"),
    TEXTS_PER_NUMBER("textsPerNumberAndHour"),
    TEXTS_PER_ADDRESS("textsPerAddressAndHour"),
    WRONG_CODES_PER_USER("wrongCodesPerUserAndHour");

    private final String key;

    SmsSetting(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
