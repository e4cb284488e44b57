package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.apppassword.IssuedPassword.Use;
import dev.twostep.keycloak.LocalTime;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.StoredCredentialProvider;
import dev.twostep.keycloak.StoredFactors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialMetadata.LocalizedMessage;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Temporary passwords in the account console and the admin console: each with the app it belongs to, its end and its last use. It validates
 * nothing, so no sign-in page ever accepts one (A2).
 */
public final class AppPasswordCredentialProvider extends StoredCredentialProvider<AppPasswordCredential> {

    private static final String ICON = "kcAuthenticatorPasswordClass";

    /** Whose credentials are listed: Keycloak asks for the type first, and only then for each of them. */
    private @Nullable UserModel owner;

    AppPasswordCredentialProvider(KeycloakSession session) {
        super(session, AppPasswordCredential.TYPE, AppPasswordCredential::from);
    }

    /** Offered to whoever has a second factor; all others do not need any. */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadata.CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(AppPasswordCredential.TYPE)
                .category(CredentialTypeMetadata.Category.BASIC_AUTHENTICATION)
                .displayName("twostep-app-password-display-name")
                .helpText("twostep-app-password-help-text")
                .iconCssClass(ICON)
                .removeable(true);
        UserModel user = context.getUser();
        owner = user;
        if (user != null && StoredFactors.any(user)) {
            metadata.createAction(AppPasswordActionFactory.ID);
        }
        return metadata.build(session);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(AppPasswordCredential credential, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(credential, type);
        credential.password().ifPresent(password -> describe(metadata, password));
        return metadata;
    }

    private void describe(CredentialMetadata metadata, IssuedPassword password) {
        LocalTime time = new LocalTime(session, owner);
        if (isLive(password)) {
            metadata.setInfoMessage("twostep-app-expires", time.minute(password.expires()));
        } else if (password.expires().isAfter(Source.CLOCK.instant())) {
            metadata.setInfoMessage("twostep-app-ended");
        } else {
            metadata.setInfoMessage("twostep-app-expired", time.minute(password.expires()));
        }
        List<LocalizedMessage> properties = new ArrayList<>();
        if (password.client() != null) {
            properties.add(message("twostep-app-bound", ClientName.of(session, password.client())));
        }
        Use last = password.lastUse();
        if (last == null) {
            properties.add(message("twostep-app-never-used", ""));
        } else {
            properties.add(message("twostep-app-used", time.day(last.when())));
            properties.add(message("twostep-app-used-from", last.address()));
            properties.add(message("twostep-app-used-by", last.agent()));
        }
        metadata.setInfoProperties(properties);
        if (password.refused() != null) {
            metadata.setWarningMessageTitle("twostep-app-other");
            metadata.setWarningMessageDescription(
                    "twostep-app-other-text",
                    ClientName.of(session, password.refused().client()));
        }
    }

    private boolean isLive(IssuedPassword password) {
        return owner != null && UserAppPasswords.of(session, owner).isLive(password.id());
    }

    /** The console shows the text of the key, and the value beside it as it stands. */
    private static LocalizedMessage message(String key, String value) {
        return new LocalizedMessage(key, new Object[] {value});
    }
}
