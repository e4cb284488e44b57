package dev.twostep.phoneapp;

import java.util.Locale;

/** The errors of the phone API, with their HTTP status; what a phone does about each stands in {@code phone-api.yaml}. */
public enum ApiError {
    INVALID_REQUEST(400),
    INVALID_DPOP_PROOF(401),
    INVALID_ANSWER(400),
    INVALID_SUBSCRIPTION(400),
    UNKNOWN_DEVICE(404),
    UNKNOWN_REQUEST(404),
    UNKNOWN_PAIRING(404),
    PAIRING_TAKEN(409),
    WRONG_NUMBER(403),
    ALREADY_ANSWERED(409),
    ACCOUNT_LOCKED(403),
    TOO_MANY_REQUESTS(429);

    private final int status;

    ApiError(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
