package dev.twostep.backupcode;

import dev.twostep.secret.MacKey;
import dev.twostep.throttle.Throttle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link BackupCodes} without a server. */
final class TestCodes {

    static final String USER = "ada";

    /** The hashes of a key that may be lost. */
    static final class Key implements MacKey {

        boolean gone;

        @Override
        public String currentId() {
            return "key";
        }

        @Override
        public Optional<byte[]> mac(String keyId, String text) {
            try {
                return gone
                        ? Optional.empty()
                        : Optional.of(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    private TestCodes() {}

    static BackupCodes of(FakeBackupCodeStore store, BackupCodePolicy policy, Throttle throttle, InstantSource clock) {
        return of(store, policy, throttle, clock, new Key());
    }

    static BackupCodes of(
            FakeBackupCodeStore store, BackupCodePolicy policy, Throttle throttle, InstantSource clock, Key key) {
        AtomicInteger ids = new AtomicInteger(store.writes);
        return new BackupCodes(
                USER,
                policy,
                store,
                new PendingCodes(USER, key, () -> "id-" + ids.incrementAndGet()),
                throttle,
                clock,
                () -> new byte[CodeHasher.SALT_BYTES]);
    }

    static String inWords(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "none";
    }
}
