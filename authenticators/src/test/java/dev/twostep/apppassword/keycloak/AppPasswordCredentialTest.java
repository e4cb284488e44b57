package dev.twostep.apppassword.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.apppassword.Grounds;
import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.apppassword.IssuedPassword.Use;
import dev.twostep.secret.SecretHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AppPasswordCredentialTest {

    private static final Instant CREATED = Instant.parse("2026-11-24T12:00:00Z");
    private static final byte[] HASH = "thirty-two bytes of a hash, no?!".getBytes(StandardCharsets.UTF_8);

    private static final IssuedPassword PASSWORD = new IssuedPassword(
            "id",
            "mail",
            CREATED,
            CREATED.plusSeconds(3_600),
            "client",
            new Use(CREATED.plusSeconds(60), "client", "192.0.2.7", "Thunderbird"),
            null,
            new SecretHash(HASH),
            new Grounds(Set.of("phone"), "password|1"));

    @Test
    @DisplayName("What is stored is read again")
    void roundTrip() {
        AppPasswordCredential credential = AppPasswordCredential.of(PASSWORD);
        IssuedPassword read = AppPasswordCredential.from(credential).password().orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(PASSWORD);
        assertThat(credential.getUserLabel()).isEqualTo("mail");
    }

    @Test
    @DisplayName("Attack 26: users and admins see no hash")
    void shown() {
        AppPasswordCredential credential = AppPasswordCredential.of(PASSWORD);
        assertThat(credential.getCredentialData())
                .contains("192.0.2.7")
                .doesNotContain(Base64.getEncoder().encodeToString(HASH), "phone", "hash");
        assertThat(credential.getSecretData()).contains(Base64.getEncoder().encodeToString(HASH));
    }

    @Test
    @DisplayName("A damaged row is read as none")
    void damaged() {
        AppPasswordCredential credential = AppPasswordCredential.of(PASSWORD);
        credential.setSecretData("{\"hash\":\"" + Base64.getEncoder().encodeToString(HASH) + "\"}");
        assertThat(AppPasswordCredential.from(credential).password()).isEmpty();
        credential.setSecretData("{");
        assertThat(AppPasswordCredential.from(credential).password()).isEmpty();
        credential.setSecretData(null);
        assertThat(AppPasswordCredential.from(credential).password()).isEmpty();
    }
}
