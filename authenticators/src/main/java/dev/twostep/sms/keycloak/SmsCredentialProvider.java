package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.StoredCredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The phone number in the account console, the admin console and on the page that offers other ways to sign in. */
public final class SmsCredentialProvider extends StoredCredentialProvider<SmsCredential> {

    /** A class of the font, not a name of the theme's: Keycloak's names have none for texts, and its phone means an authenticator app. */
    private static final String ICON = "fa fa-comment list-view-pf-icon-lg";

    SmsCredentialProvider(KeycloakSession session) {
        super(session, SmsCredential.TYPE, SmsCredential::from);
    }

    /** One number a user: with none the console offers to add one, with one to change it. */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadata.CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(SmsCredential.TYPE)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("twostep-sms-display-name")
                .helpText("twostep-sms-help-text")
                .iconCssClass(ICON)
                .removeable(true);
        if (hasNumber(context.getUser())) {
            metadata.updateAction(AddPhoneActionFactory.ID);
        } else {
            metadata.createAction(AddPhoneActionFactory.ID);
        }
        return metadata.build(session);
    }

    private static boolean hasNumber(UserModel user) {
        return user != null
                && user.credentialManager()
                        .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                        .findAny()
                        .isPresent();
    }
}
