package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.phoneapp.PhoneAnswer.Decision;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhoneAnswerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "issuer, phone, true",
        "Issuer, phone, false",
        "issuer/, phone, false",
        "'', phone, false",
        "issuer, another, false",
        "issuer, '', false",
        "phone, issuer, false"
    })
    @DisplayName("attacks 7 and 17: an answer is good in its own realm, from its own phone")
    void whose(String audience, String device, boolean good) {
        assertThat(answer(audience, device, NOW, NOW.plusSeconds(60)).isFrom("phone", "issuer", NOW))
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        // issued, expires, in seconds from now
        "0, 60, true",
        "0, 61, false",
        "0, 3600, false",
        "-30, 30, true",
        "-60, 0, true",
        // the phone's clock may be a minute off, to both sides
        "59, 119, true",
        "60, 120, false",
        "-119, -59, true",
        "-120, -60, false",
        "-600, -540, false",
        "600, 660, false",
        // long expired, whenever it says it was issued
        "0, -60, false",
        "0, 0, true"
    })
    @DisplayName(
            "attacks 17 and 27: it lives a minute at most, and is taken a minute early or late; ten minutes off is refused")
    void when(long issued, long expires, boolean good) {
        assertThat(answer("issuer", "phone", NOW.plusSeconds(issued), NOW.plusSeconds(expires))
                        .isFrom("phone", "issuer", NOW))
                .isEqualTo(good);
    }

    private static PhoneAnswer answer(String audience, String device, Instant issued, Instant expires) {
        return new PhoneAnswer(
                audience, device, "request", "nonce", Decision.DENY, null, null, "context", issued, expires, "id");
    }
}
