package dev.twostep.recovery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can need help with; each has its own address (H1). */
public enum HelpTopic {
    TEXT_NOT_ARRIVED("twostepHelpTopicText"),
    PUSH_NOT_ARRIVED("twostepHelpTopicPush"),
    PHONE_OFFLINE("twostepHelpTopicOffline"),
    CHANGE_NUMBER("twostepHelpTopicChange"),
    NEW_PHONE("twostepHelpTopicNewPhone"),
    LOST_PHONE("twostepHelpTopicLost"),
    BACKUP_CODES("twostepHelpTopicBackup"),
    BACKUP_CODE_ERROR("twostepHelpTopicBackupError"),
    APP_PASSWORDS("twostepHelpTopicApps");

    private final String titleKey;

    HelpTopic(String titleKey) {
        this.titleKey = titleKey;
    }

    /** The key of the title in the messages of the theme. */
    public String titleKey() {
        return titleKey;
    }

    /** The name in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<HelpTopic> ofId(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id().equals(id)).findFirst();
    }
}
