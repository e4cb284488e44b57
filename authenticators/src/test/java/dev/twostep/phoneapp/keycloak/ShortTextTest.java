package dev.twostep.phoneapp.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.util.JsonSerialization;

final class ShortTextTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Ada's phone,Ada's phone",
                "' Ada ',Ada",
                "'',''",
                "'   ',''",
                "મારો ફોન,મારો ફોન",
                "<b>&\"',<b>&\"'"
            })
    @DisplayName("attack 25: what people can read stays; what is done about markup is up to the page")
    void stays(String text, String shown) {
        assertThat(ShortText.of(text, 60)).isEqualTo(shown);
    }

    @Test
    @DisplayName("attack 25: in one line, with nothing that is invisible, turns the direction or ends a log's line")
    void invisible() {
        assertThat(ShortText.of("a\nb\r\nc\td\u2028e\u2029f", 60)).isEqualTo("a b  c d e f");
        assertThat(ShortText.of("a\0b\u0007c\u001bd\u007fe\u0085f\u009bg", 60)).isEqualTo("abcdefg");
        assertThat(ShortText.of("a\u202eb\u2066c\u200bd\u200ee\ufefff\u00adg", 60))
                .isEqualTo("abcdefg");
        assertThat(ShortText.of("\u202e\u200b\n\0", 60)).isEmpty();
    }

    @Test
    @DisplayName("attack 25: half of a character is none; Keycloak could not write it into any answer")
    void halfACharacter() throws Exception {
        assertThat(ShortText.of("a\ud83db\udcf1c\udcf1\ud83d", 60)).isEqualTo("abc");
        assertThat(ShortText.of("\ud83d", 60)).isEmpty();
        assertThat(ShortText.of("\ud83d\udcf1", 60)).isEqualTo("\ud83d\udcf1");

        Random random = new Random(25);
        for (int i = 0; i < 10_000; i++) {
            String text = ShortText.of(
                    random.ints(5, 0, 0x10000)
                            .collect(StringBuilder::new, (all, one) -> all.append((char) one), StringBuilder::append)
                            .toString(),
                    60);
            assertThatCode(() -> JsonSerialization.writeValueAsBytes(text)).doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("it is not too long, and is not cut within a character")
    void cut() {
        assertThat(ShortText.of("a".repeat(60), 60)).hasSize(60);
        assertThat(ShortText.of("a".repeat(61), 60)).hasSize(60);
        assertThat(ShortText.of("\ud83d\udcf1".repeat(100), 60)).isEqualTo("\ud83d\udcf1".repeat(60));
        assertThat(ShortText.of("abc def", 4)).as("no blank at its end").isEqualTo("abc");
        assertThat(ShortText.of("\u200b".repeat(1_000) + "a", 1)).isEqualTo("a");
        assertThat(ShortText.of("a".repeat(1_000_000), 60)).hasSize(60);
    }
}
