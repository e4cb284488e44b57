package dev.twostep.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/** What our credentials have in common: they are read from Keycloak's model, and keep what they know as JSON. */
public abstract class JsonCredential extends CredentialModel {

    private static final long serialVersionUID = 1L;

    /** Takes over all that is stored. */
    protected final void copy(CredentialModel stored) {
        setId(stored.getId());
        setType(stored.getType());
        setUserLabel(stored.getUserLabel());
        setCreatedDate(stored.getCreatedDate());
        setCredentialData(stored.getCredentialData());
        setSecretData(stored.getSecretData());
    }

    protected static String json(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
