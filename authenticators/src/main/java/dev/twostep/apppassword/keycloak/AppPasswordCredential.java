package dev.twostep.apppassword.keycloak;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.twostep.apppassword.Grounds;
import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.apppassword.IssuedPassword.Use;
import dev.twostep.keycloak.JsonCredential;
import dev.twostep.secret.SecretHash;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/** A temporary password as Keycloak stores it, one row each: users and admins can read when and where it was used, nobody its hash. */
public final class AppPasswordCredential extends JsonCredential {

    public static final String TYPE = "twostep-app-password";

    private static final long serialVersionUID = 1L;

    /** What users and admins may see; times in seconds since 1970. */
    private record Shown(
            @JsonProperty("expires") long expires,
            @JsonProperty("client") @Nullable String client,
            @JsonProperty("lastUse") @Nullable Used lastUse,
            @JsonProperty("refused") @Nullable Used refused) {}

    private record Used(
            @JsonProperty("when") long when,
            @JsonProperty("client") String client,
            @JsonProperty("address") String address,
            @JsonProperty("agent") String agent) {}

    /** What they may not. */
    private record Hidden(
            @JsonProperty("hash") String hash,
            @JsonProperty("factors") Set<String> factors,
            @JsonProperty("accountPassword") String accountPassword) {}

    static AppPasswordCredential of(IssuedPassword password) {
        AppPasswordCredential credential = new AppPasswordCredential();
        credential.setId(password.id());
        credential.setType(TYPE);
        credential.setUserLabel(password.name());
        credential.setCreatedDate(password.created().toEpochMilli());
        credential.setCredentialData(json(new Shown(
                password.expires().getEpochSecond(),
                password.client(),
                used(password.lastUse()),
                used(password.refused()))));
        credential.setSecretData(json(new Hidden(
                Base64.getEncoder().encodeToString(password.hash().bytes()),
                password.grounds().factors(),
                password.grounds().accountPassword())));
        return credential;
    }

    static AppPasswordCredential from(CredentialModel stored) {
        AppPasswordCredential credential = new AppPasswordCredential();
        credential.copy(stored);
        return credential;
    }

    /** Empty if the row is damaged; then the password is not accepted. */
    Optional<IssuedPassword> password() {
        if (getCredentialData() == null || getSecretData() == null) {
            return Optional.empty();
        }
        try {
            Shown shown = JsonSerialization.readValue(getCredentialData(), Shown.class);
            Hidden hidden = JsonSerialization.readValue(getSecretData(), Hidden.class);
            return Optional.of(new IssuedPassword(
                    getId(),
                    getUserLabel() == null ? "" : getUserLabel(),
                    Instant.ofEpochMilli(getCreatedDate()),
                    Instant.ofEpochSecond(shown.expires()),
                    shown.client(),
                    use(shown.lastUse()),
                    use(shown.refused()),
                    new SecretHash(Base64.getDecoder().decode(hidden.hash())),
                    new Grounds(hidden.factors(), hidden.accountPassword())));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable Used used(@Nullable Use use) {
        return use == null ? null : new Used(use.when().getEpochSecond(), use.client(), use.address(), use.agent());
    }

    private static @Nullable Use use(@Nullable Used used) {
        return used == null
                ? null
                : new Use(Instant.ofEpochSecond(used.when()), used.client(), used.address(), used.agent());
    }
}
