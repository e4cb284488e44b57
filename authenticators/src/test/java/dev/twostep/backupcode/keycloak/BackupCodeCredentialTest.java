package dev.twostep.backupcode.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.backupcode.BackupCodeSet;
import dev.twostep.backupcode.BackupCodeSet.Entry;
import dev.twostep.backupcode.BackupCodeSet.Pending;
import dev.twostep.backupcode.BackupCodeSet.State;
import dev.twostep.backupcode.CodeHasher;
import dev.twostep.secret.SecretHash;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;

final class BackupCodeCredentialTest {

    private static final byte[] SALT = filled(16, 7);
    private static final byte[] HASH = filled(32, 9);
    private static final Instant SINCE = Instant.parse("2026-11-20T10:00:00Z");
    private static final BackupCodeSet SET = new BackupCodeSet(
            new CodeHasher(1234, SALT),
            List.of(
                    new Entry(3, new SecretHash(HASH), State.USED, SINCE),
                    new Entry(4, new SecretHash(HASH), State.ACTIVE, SINCE)),
            new Pending(5, "an id", "a key", true),
            Set.of("phone", "app"));

    @Test
    @DisplayName("what is stored is what is read again")
    void roundTrip() {
        BackupCodeSet read = BackupCodeCredential.from(BackupCodeCredential.of("id", "Backup codes", SET))
                .codes()
                .orElseThrow();
        assertThat(read.hasher().iterations()).isEqualTo(1234);
        assertThat(read.hasher().salt()).isEqualTo(SALT);
        assertThat(read.pending()).isEqualTo(SET.pending());
        assertThat(read.factors()).isEqualTo(SET.factors());
        assertThat(read.entries()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.hash().bytes()).isEqualTo(HASH);
            assertThat(entry.since()).isEqualTo(SINCE);
        });
        assertThat(read.entries()).extracting(Entry::number).containsExactly(3, 4);
        assertThat(read.entries()).extracting(Entry::state).containsExactly(State.USED, State.ACTIVE);
    }

    @Test
    @DisplayName("B6: what users and admins may read holds neither hash nor salt, nor what a code on offer is made of")
    void shown() {
        CredentialModel credential = BackupCodeCredential.of("id", "Backup codes", SET);
        assertThat(credential.getCredentialData())
                .contains("\"active\":1", "PBKDF2", "1234")
                .doesNotContain("an id", "a key", base64(SALT), base64(HASH), "phone");
        assertThat(credential.getUserLabel()).isEqualTo("Backup codes");
    }

    @Test
    @DisplayName("A row of an earlier version gets its name the next time it is written; one that its owner gave stays")
    void named() {
        BackupCodeCredential credential = BackupCodeCredential.of("id", "Codes in the drawer", SET);
        credential.nameIfNameless("Backup codes");
        assertThat(credential.getUserLabel()).isEqualTo("Codes in the drawer");
        credential.setUserLabel(null);
        credential.nameIfNameless("Backup codes");
        assertThat(credential.getUserLabel()).isEqualTo("Backup codes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "not json",
                "{\"iterations\":1,\"salt\":\"!\",\"codes\":[],\"factors\":[]}",
                "{\"iterations\":1,\"salt\":\"AAAA\",\"factors\":[]}",
                "{\"iterations\":1,\"salt\":\"AAAA\",\"codes\":[{\"number\":1}],\"factors\":[]}",
                "{\"iterations\":1,\"salt\":\"AAAA\",\"codes\":[],\"factors\":[null]}"
            })
    @DisplayName("a damaged row holds no code")
    void damaged(String secretData) {
        BackupCodeCredential credential = BackupCodeCredential.of("id", "Backup codes", SET);
        credential.setSecretData(secretData);
        assertThat(BackupCodeCredential.from(credential).codes()).isEmpty();
        credential.setSecretData(null);
        assertThat(credential.codes()).isEmpty();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
