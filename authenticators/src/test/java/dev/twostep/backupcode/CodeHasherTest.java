package dev.twostep.backupcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.secret.SecretHash;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CodeHasherTest {

    private static final BackupCode CODE = BackupCode.read("7K3M-9QXT-2BWPN").orElseThrow();
    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    @Test
    @DisplayName("the hash depends on the code, the salt and the cost, and on nothing else")
    void hash() {
        SecretHash hash = new CodeHasher(2, SALT).hash(CODE);
        assertThat(hash.bytes()).hasSize(32);
        assertThat(hash.matches(new CodeHasher(2, SALT).hash(CODE))).isTrue();
        assertThat(hash.matches(new CodeHasher(3, SALT).hash(CODE))).isFalse();
        assertThat(hash.matches(new CodeHasher(2, new byte[16]).hash(CODE))).isFalse();
        assertThat(hash.matches(new CodeHasher(2, SALT).hash(BackupCode.of(new byte[9]))))
                .isFalse();
    }

    @Test
    @DisplayName("it is PBKDF2 with HMAC-SHA-256 over the plain characters (value computed with Python's hashlib)")
    void vector() {
        assertThat(HexFormat.of()
                        .formatHex(new CodeHasher(1000, SALT).hash(CODE).bytes()))
                .isEqualTo("1ebf8aca26c50bd8edc0e92c009048bf84be808afe1fe5c71ee94b0a59bc5a78");
    }

    @Test
    @DisplayName("a stored hash can be compared; salt and hash are not handed out to be changed, and do not print")
    void stored() {
        CodeHasher hasher = new CodeHasher(1, SALT);
        SecretHash hash = hasher.hash(CODE);
        hasher.salt()[0] = 99;
        hash.bytes()[0] = 99;
        assertThat(new SecretHash(hash.bytes()).matches(hasher.hash(CODE))).isTrue();
        assertThat(hash).hasToString("SecretHash(•••)");
    }

    @Test
    @DisplayName("NIST SP 800-63B-4, 3.1.2.2: at least 32 bits of salt")
    void salt() {
        assertThat(CodeHasher.SALT_BYTES * Byte.SIZE).isGreaterThanOrEqualTo(32);
    }
}
