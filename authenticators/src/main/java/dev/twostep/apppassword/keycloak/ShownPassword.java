package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.AppPassword;
import dev.twostep.apppassword.ShownPasswords;
import dev.twostep.apppassword.ShownPasswords.Origin;
import dev.twostep.keycloak.RealmKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.SecretGenerator;

/** The password that a page is showing, for as long as it does: a note of the sign-in says what it comes from, and does not say it. */
final class ShownPassword {

    private static final String NOTE = "twostep.app-password.shown";
    private static final int ID_BYTES = 16;

    private final RequiredActionContext context;
    private final ShownPasswords passwords;

    ShownPassword(RequiredActionContext context) {
        SecretGenerator random = SecretGenerator.getInstance();
        this.context = context;
        this.passwords = new ShownPasswords(
                context.getUser().getId(),
                new RealmKeys(context.getSession()).macKey("app-password"),
                () -> random.generateBase64SecureId(ID_BYTES));
    }

    /** The one being shown; empty if there is none. */
    Optional<AppPassword> now() {
        @Nullable String note = context.getAuthenticationSession().getAuthNote(NOTE);
        if (note == null) {
            return Optional.empty();
        }
        int end = note.indexOf(' ');
        return passwords.of(new Origin(note.substring(0, end), note.substring(end + 1)));
    }

    AppPassword make() {
        Origin origin = passwords.make();
        context.getAuthenticationSession().setAuthNote(NOTE, origin.id() + " " + origin.keyId());
        return passwords.of(origin).orElseThrow();
    }

    void forget() {
        context.getAuthenticationSession().removeAuthNote(NOTE);
    }
}
