package dev.twostep.phoneapp.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.phoneapp.ApprovalKey;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Phone;
import dev.twostep.phoneapp.TestKey;
import dev.twostep.phoneapp.keycloak.PhoneAppCredential.Hidden;
import dev.twostep.secret.P256;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneAppCredentialTest {

    private static final TestKey KEY = TestKey.make();
    private static final TestKey SERVER = TestKey.make();
    private static final ApprovalKey LOCK = approvalKey();
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final PhoneAppCredential credential = PhoneAppCredential.of(
            new NewPhone("Wanted name", "Android 16", KEY.device(), SERVER.device(), "the sealed login key", LOCK),
            "Given name");

    @Test
    @DisplayName("what is stored is what is read again")
    void roundTrip() {
        PhoneAppCredential read = PhoneAppCredential.from(credential);

        assertThat(read.phone())
                .contains(new Phone("Given name", "Android 16", KEY.device(), SERVER.device(), LOCK, null, false));
        assertThat(read.hidden()).contains(new Hidden("the sealed login key", 0, null, null));
        assertThat(read.getId()).isEqualTo(KEY.device().id());
        assertThat(read.getType()).isEqualTo("twostep-phone-app");
        assertThat(read.getCreatedDate()).isPositive();
    }

    @Test
    @DisplayName(
            "C1: what users and admins may read holds public keys, and nothing that a login code or a notification is made with")
    void shown() {
        PhoneAppCredential full =
                credential.with(new Hidden("the sealed login key", 59, "the sealed address", "key id"));

        assertThat(full.getCredentialData())
                .contains(KEY.x(), KEY.y(), SERVER.x(), "Android 16", LOCK.publicKey(), "\"notified\":true")
                .doesNotContain("sealed", "key id", "59", "Given name");
        assertThat(full.getSecretData()).contains("the sealed login key", "59", "the sealed address", "key id");
    }

    @Test
    @DisplayName("P8: it says whether a push service wakes it")
    void notified() {
        Hidden hidden = credential.hidden().orElseThrow();
        PhoneAppCredential on = credential.with(hidden.withSubscription("sealed", "key id"));
        assertThat(on.phone())
                .hasValueSatisfying(phone -> assertThat(phone.notified()).isTrue());
        assertThat(on.hidden()).contains(new Hidden("the sealed login key", 0, "sealed", "key id"));

        PhoneAppCredential off = on.with(on.hidden().orElseThrow().withSubscription(null, null));
        assertThat(off.phone()).isEqualTo(credential.phone());
        assertThat(off.hidden()).isEqualTo(credential.hidden());
    }

    @Test
    @DisplayName("C2: the step of the last login code and the last use are kept beside all else")
    void used() {
        Hidden hidden = credential.hidden().orElseThrow().withSubscription("sealed", "key id");
        PhoneAppCredential changed = credential.with(hidden).usedAt(NOW);
        changed = changed.with(changed.hidden().orElseThrow().withStep(58_900_000));

        assertThat(changed.hidden()).contains(new Hidden("the sealed login key", 58_900_000, "sealed", "key id"));
        assertThat(changed.phone())
                .contains(new Phone("Given name", "Android 16", KEY.device(), SERVER.device(), LOCK, NOW, true));
        assertThat(credential.phone()).as("a copy is changed").hasValueSatisfying(phone -> assertThat(phone.lastUsed())
                .isNull());
    }

    @Test
    @DisplayName("P1: a phone without a name has an empty one")
    void nameless() {
        credential.setUserLabel(null);
        assertThat(credential.phone())
                .hasValueSatisfying(phone -> assertThat(phone.name()).isEmpty());
    }

    @Test
    @DisplayName("attack 16: the row of one key under the id of another is not believed")
    void otherId() {
        credential.setId(TestKey.make().device().id());
        assertThat(credential.phone()).isEmpty();
        credential.setId(null);
        assertThat(credential.phone()).isEmpty();
    }

    @Test
    @DisplayName("what is sealed for one phone or use opens for no other")
    void purposes() {
        assertThat(List.of(
                        PhoneAppCredential.loginKeyPurpose("a"),
                        PhoneAppCredential.loginKeyPurpose("b"),
                        PhoneAppCredential.subscriptionPurpose("a"),
                        PhoneAppCredential.subscriptionPurpose("b")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "not json",
                "{\"platform\":\"a\",\"key\":null,\"serverKey\":null}",
                "{\"platform\":\"a\",\"key\":{},\"serverKey\":{}}",
                "{\"platform\":\"a\",\"key\":{\"x\":\"AAAA\",\"y\":\"AAAA\"},\"serverKey\":{\"x\":\"AAAA\",\"y\":\"AAAA\"}}",
                "{\"platform\":\"a\",\"key\":\"text\",\"serverKey\":[],\"lastUsed\":\"text\"}"
            })
    @DisplayName("a damaged row is no phone, and stays as it is when something is noted about it")
    void damaged(String data) {
        credential.setCredentialData(data);
        assertThat(credential.phone()).isEmpty();
        assertThat(credential.usedAt(NOW).phone()).isEmpty();
        assertThat(credential.with(new Hidden("a", 1, "b", "c")).phone()).isEmpty();
        credential.setCredentialData(null);
        assertThat(credential.phone()).isEmpty();
    }

    @Test
    @DisplayName("P2: a phone without a screen lock has no key behind it, and stays so")
    void withoutScreenLock() {
        PhoneAppCredential other = PhoneAppCredential.of(
                new NewPhone("a", "b", KEY.device(), SERVER.device(), "the sealed login key", null), "a");
        assertThat(other.usedAt(NOW).phone())
                .contains(new Phone("a", "b", KEY.device(), SERVER.device(), null, NOW, false));
        String old = other.getCredentialData().replace("\"approvalKey\":null,", "");
        assertThat(old).doesNotContain("approvalKey");
        other.setCredentialData(old);
        assertThat(other.phone()).contains(new Phone("a", "b", KEY.device(), SERVER.device(), null, null, false));
    }

    @Test
    @DisplayName("P2: a damaged key behind the screen lock is not taken for none")
    void damagedScreenLock() {
        String data = credential.getCredentialData();
        for (String damaged : List.of(
                data.replace(LOCK.publicKey(), "AAAA"),
                data.replace(LOCK.id(), ""),
                data.replace("\"algorithm\":-7", "\"algorithm\":-257"),
                data.replaceFirst("\"approvalKey\":\\{[^}]*}", "\"approvalKey\":{}"),
                data.replaceFirst("\"approvalKey\":\\{[^}]*}", "\"approvalKey\":\"\""))) {
            assertThat(damaged).isNotEqualTo(data);
            credential.setCredentialData(damaged);
            assertThat(credential.phone()).as(damaged).isEmpty();
        }
    }

    private static ApprovalKey approvalKey() {
        byte[] key = P256.generate(new SecureRandom()).getPublic().getEncoded();
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return ApprovalKey.of(encoder.encodeToString(new byte[16]), encoder.encodeToString(key), -7)
                .orElseThrow();
    }

    @Test
    @DisplayName("a row whose times are out of any calendar, or that lacks its platform, hurts nobody")
    void odd() {
        String data = credential.getCredentialData();
        credential.setCredentialData(data.replace("\"lastUsed\":0", "\"lastUsed\":9223372036854775807"));
        assertThat(credential.phone()).isEmpty();
        credential.setCredentialData(data.replace("\"platform\":\"Android 16\",", ""));
        assertThat(credential.phone())
                .hasValueSatisfying(phone -> assertThat(phone.platform()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "not json",
                "{\"lastStep\":5}",
                "{\"loginKey\":null}",
                "{\"loginKey\":{}}",
                "{\"loginKey\":\"a\",\"lastStep\":\"text\"}"
            })
    @DisplayName("a damaged secret part is none, or the codes of the user's other phones would not be looked at either")
    void damagedSecret(String data) {
        credential.setSecretData(data);
        assertThat(credential.hidden()).isEmpty();
        credential.setSecretData(null);
        assertThat(credential.hidden()).isEmpty();
    }
}
