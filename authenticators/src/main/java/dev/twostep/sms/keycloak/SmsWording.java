package dev.twostep.sms.keycloak;

import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import dev.twostep.sms.CodeWording;
import dev.twostep.sms.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;
import org.keycloak.urls.UrlType;

/** The words of text messages, from the login theme's message bundles, in the person's language. */
final class SmsWording {

    /** A longer name would push the text into a second, paid segment. */
    private static final int LONGEST_NAME = 20;

    private final KeycloakSession session;
    private final UserModel user;

    SmsWording(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /** The host in the last line is that of the login page as configured, so that phones fill in the code only there. */
    CodeWording code(Purpose purpose) {
        String key = purpose == Purpose.LOGIN ? "twostepSmsTextLogin" : "twostepSmsTextVerify";
        String host = session.getContext().getUri(UrlType.FRONTEND).getBaseUri().getHost();
        return digits -> text(key, digits.reveal(), realmName(), host);
    }

    Secret changedOld(PhoneNumber newNumber) {
        return text("twostepSmsTextNumberChangedOld", newNumber.lastDigits(), realmName());
    }

    Secret changedNew() {
        return text("twostepSmsTextNumberChangedNew", "", realmName());
    }

    private Secret text(String key, Object... parameters) {
        Locale locale = session.getContext().resolveLocale(user);
        try {
            Properties messages = session.theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(realm(), locale);
            return Secret.of(new MessageFormat(messages.getProperty(key), locale).format(parameters));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the messages of the login theme cannot be read", unreadable);
        }
    }

    private String realmName() {
        String display = realm().getDisplayName();
        String chosen = display == null || display.isBlank() ? realm().getName() : display;
        String name = chosen.strip().replaceAll("\\s+", " "); // a line break would make a line of its own in the text
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME).strip();
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
