package dev.twostep.sms;

import java.util.Optional;

/** The names of a realm's settings for text messages, as they stand in the realm JSON. */
public enum SmsSetting {
    GATEWAYS("gateways"),
    CODE_LIFE("codeLifeSeconds", 120, 600),
    RESEND_WAIT("resendWaitSeconds", 1, 3600),
    DEFAULT_COUNTRY("defaultCountry"),
    ALLOWED_COUNTRIES("allowedCountries"),
    TEXTS_PER_USER("textsPerUserAndHour", 1, 1000),
    TEXTS_PER_NUMBER("textsPerNumberAndHour", 1, 1000),
    TEXTS_PER_ADDRESS("textsPerAddressAndHour", 1, 100_000),
    WRONG_CODES_PER_USER("wrongCodesPerUserAndHour", 1, 100);

    /** The numbers that a setting accepts, both ends included. */
    public record Range(int least, int most) {

        boolean contains(int number) {
            return number >= least && number <= most;
        }
    }

    private final String key;
    private final int least;
    private final int most;

    SmsSetting(String key) {
        this(key, 0, 0);
    }

    SmsSetting(String key, int least, int most) {
        this.key = key;
        this.least = least;
        this.most = most;
    }

    public String key() {
        return key;
    }

    /** Empty for a setting that is no number. */
    public Optional<Range> range() {
        return most == 0 ? Optional.empty() : Optional.of(new Range(least, most));
    }
}
