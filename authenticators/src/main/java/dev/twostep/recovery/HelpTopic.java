package dev.twostep.recovery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can need help with; each has its own address (H1). */
public enum HelpTopic {
    TEXT_NOT_ARRIVED,
    CHANGE_NUMBER,
    LOST_PHONE;

    /** The name in addresses and message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<HelpTopic> ofId(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id().equals(id)).findFirst();
    }
}
