package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.keycloak.NoticeMail;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A1: somebody tried a temporary password at another client than the one that it belongs to. The user hears of it, once an hour at most. */
final class OtherClientNotice {

    private OtherClientNotice() {}

    static void mail(KeycloakSession session, UserModel user, IssuedPassword password, ClientModel tried) {
        NoticeMail mail = new NoticeMail(session, session.getContext().getRealm(), user);
        mail.setAttribute(
                "twostepAppPassword",
                Map.of(
                        "name", password.name(),
                        "app", ClientName.of(session, String.valueOf(password.client())),
                        "tried", ClientName.of(tried)));
        mail.send("twostepAppMailOtherSubject", "twostep-app-password-other-app.ftl", "app-passwords");
    }
}
