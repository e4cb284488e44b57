package dev.twostep.sms;

/** Why a gateway will not send a message; each tells the person, or the admin, something else to do. */
public enum Refusal {
    /** No such number. */
    INVALID_NUMBER(false),
    /** A landline, or a number that cannot receive texts. */
    NOT_A_MOBILE(false),
    /** The owner of the number has opted out (STOP). Never gone round by another gateway. */
    OPTED_OUT(false),
    /** This gateway does not send to that country. */
    COUNTRY_BLOCKED(true),
    /** Our credentials, sender or account are not right. Nothing the person could do. */
    MISCONFIGURED(true);

    private final boolean anotherGatewayMayTry;

    Refusal(boolean anotherGatewayMayTry) {
        this.anotherGatewayMayTry = anotherGatewayMayTry;
    }

    public boolean anotherGatewayMayTry() {
        return anotherGatewayMayTry;
    }
}
