package dev.twostep.keycloak;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Times for a person to read, in the person's language and the server's zone, which is named. */
public final class LocalTime {

    private final Locale locale;

    public LocalTime(KeycloakSession session, @Nullable UserModel user) {
        this.locale = session.getContext().resolveLocale(user);
    }

    public String minute(Instant moment) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.LONG, FormatStyle.SHORT)
                .appendLiteral(' ')
                .appendZoneText(TextStyle.SHORT)
                .toFormatter(locale);
        return formatter.format(moment.atZone(ZoneId.systemDefault()));
    }

    public String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(moment.atZone(ZoneId.systemDefault()));
    }
}
