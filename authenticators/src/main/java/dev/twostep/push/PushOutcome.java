package dev.twostep.push;

import java.util.Locale;

/** What became of a notification that was handed to a {@link PushSender}. No outcome is a reason to send it again. */
public enum PushOutcome {
    /** The push service took it. Whether and when it reaches the phone, nobody tells. */
    ACCEPTED,
    /** The subscription has ended (404, 410): it is to be forgotten, and the phone will make another one. */
    GONE,
    /** The push service will not have it, for a reason only an admin can look into: our key, our clock, its size, a redirect. */
    REFUSED,
    /** The push service asks to be left alone for a while (429), or is out of order (5xx). */
    BUSY,
    /** No connection, no trustworthy one (TLS), or no answer in time. It may have been taken all the same. */
    UNREACHABLE,
    /** Nothing was sent, because we do not send to this address: see {@link EndpointCheck#FORBIDDEN}. */
    FORBIDDEN;

    /** The name in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
