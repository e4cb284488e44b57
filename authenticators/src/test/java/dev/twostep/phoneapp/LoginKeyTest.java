package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class LoginKeyTest {

    private static final String DEVICE = "d1970e08-e459-358c-be0d-6a6aab7d2367";

    @RepeatedTest(20)
    @DisplayName("C1: a phone that follows the phone API computes the same key")
    void agreed() throws Exception {
        TestKey phone = TestKey.make();
        LoginKey key = LoginKey.with(DEVICE, phone.device());

        assertThat(key.key()).hasSize(32).isEqualTo(asThePhoneDoes(phone, key.server(), DEVICE));
    }

    @Test
    @DisplayName("C1: another phone's id makes another key of the same agreement")
    void bound() throws Exception {
        TestKey phone = TestKey.make();
        LoginKey key = LoginKey.with(DEVICE, phone.device());

        assertThat(key.key()).isNotEqualTo(asThePhoneDoes(phone, key.server(), DEVICE.replace('d', 'e')));
        assertThat(key.key()).isNotEqualTo(asThePhoneDoes(TestKey.make(), key.server(), DEVICE));
    }

    @Test
    @DisplayName("C1: each agreement has a new server's part and a new key")
    void fresh() {
        DeviceKey phone = TestKey.make().device();
        Set<String> servers = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            LoginKey key = LoginKey.with(DEVICE, phone);
            servers.add(key.server().id());
            keys.add(TestKey.base64(key.key()));
        }

        assertThat(servers).hasSize(10);
        assertThat(keys).hasSize(10);
    }

    @Test
    @DisplayName("attack 26: the key does not print, and nobody can change it from outside")
    void keptToItself() {
        LoginKey key = LoginKey.with(DEVICE, TestKey.make().device());
        byte[] before = key.key();
        key.key()[0] ^= 1;

        assertThat(key.key()).isEqualTo(before);
        assertThat(key).hasToString("LoginKey(•••)");
    }

    /** ECDH, and the two steps of RFC 5869 written out: no salt is 32 zeros, and 32 bytes are one round. */
    private static byte[] asThePhoneDoes(TestKey phone, DeviceKey server, String device)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(phone.privateKey());
        agreement.doPhase(server.publicKey(), true);
        byte[] pseudoRandomKey = hmac(new byte[32], agreement.generateSecret());
        return hmac(pseudoRandomKey, ("twostep login code " + device + "\u0001").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}
