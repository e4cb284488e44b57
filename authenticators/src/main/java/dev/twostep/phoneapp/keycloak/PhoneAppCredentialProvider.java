package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.LocalTime;
import dev.twostep.keycloak.StoredCredentialProvider;
import dev.twostep.phoneapp.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialMetadata.LocalizedMessage;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Phones in the account console, the admin console and on the page that offers other ways to sign in. */
public final class PhoneAppCredentialProvider extends StoredCredentialProvider<PhoneAppCredential> {

    private static final String ICON = "fa fa-bell list-view-pf-icon-lg";

    /** Whose credentials are listed: Keycloak asks for the type first, and only then for each of them. */
    private @Nullable UserModel owner;

    PhoneAppCredentialProvider(KeycloakSession session) {
        super(session, PhoneAppCredential.TYPE, PhoneAppCredential::from);
    }

    /** Several phones a user: the console always offers to add one. */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        owner = context.getUser();
        return CredentialTypeMetadata.builder()
                .type(PhoneAppCredential.TYPE)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("twostep-phone-app-display-name")
                .helpText("twostep-phone-app-help-text")
                .iconCssClass(ICON)
                .createAction(PairPhoneAppActionFactory.ID)
                .removeable(true)
                .build(session);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(PhoneAppCredential credential, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(credential, type);
        credential.phone().ifPresent(phone -> describe(metadata, phone));
        return metadata;
    }

    private void describe(CredentialMetadata metadata, Phone phone) {
        if (phone.lastUsed() == null) {
            metadata.setInfoMessage("twostep-phone-never-used");
        } else {
            metadata.setInfoMessage("twostep-phone-last-used", new LocalTime(session, owner).day(phone.lastUsed()));
        }
        metadata.setInfoProperties(List.of(new LocalizedMessage(
                "twostep-phone-fingerprint", new Object[] {phone.key().fingerprint()})));
    }
}
