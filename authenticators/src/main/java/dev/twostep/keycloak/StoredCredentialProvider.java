package dev.twostep.keycloak;

import java.util.function.Function;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What the providers of our credentials have in common: each is a row of Keycloak's, made, read and deleted as such. */
public abstract class StoredCredentialProvider<C extends CredentialModel> implements CredentialProvider<C> {

    protected final KeycloakSession session;
    private final String type;
    private final Function<CredentialModel, C> reading;

    protected StoredCredentialProvider(KeycloakSession session, String type, Function<CredentialModel, C> reading) {
        this.session = session;
        this.type = type;
        this.reading = reading;
    }

    @Override
    public final String getType() {
        return type;
    }

    @Override
    public final CredentialModel createCredential(RealmModel realm, UserModel user, C credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public final boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public final C getCredentialFromModel(CredentialModel model) {
        return reading.apply(model);
    }
}
