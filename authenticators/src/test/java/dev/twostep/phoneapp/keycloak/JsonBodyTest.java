package dev.twostep.phoneapp.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {

    @Test
    @DisplayName("a text is read")
    void text() {
        JsonBody body = JsonBody.read("{\"name\":\"Ada's phone\",\"more\":{\"name\":\"inner\"}}");

        assertThat(body.text("name")).isEqualTo("Ada's phone");
        assertThat(body.text("more")).isEmpty();
        assertThat(body.text("missing")).isEmpty();
        assertThat(body.json()).isEqualTo("{\"name\":\"Ada's phone\",\"more\":{\"name\":\"inner\"}}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"name\"",
                "[]",
                "[{\"name\":\"a\"}]",
                "{",
                "{\"name\":",
                "name=a",
                "<name>a</name>",
                "{\"name\":1}",
                "{\"name\":null}",
                "{\"name\":[\"a\"]}",
                "{\"name\":{}}",
                "{\"Name\":\"a\"}",
                "\0",
                "\ufeff"
            })
    @DisplayName("what is not as described here has nothing in it")
    void nothing(String text) {
        assertThat(JsonBody.read(text).text("name")).isEmpty();
    }

    @Test
    @DisplayName("what is too long, or nested too deep, is not looked at")
    void tooMuch() {
        assertThat(JsonBody.read("{\"name\":\"" + "a".repeat(16_000 - 11) + "\"}")
                        .text("name"))
                .hasSize(16_000 - 11);
        assertThat(JsonBody.read("{\"name\":\"" + "a".repeat(16_000 - 10) + "\"}")
                        .text("name"))
                .isEmpty();
        assertThat(JsonBody.read("{\"name\":\"a\",\"more\":" + "[".repeat(7_000) + "]".repeat(7_000) + "}")
                        .text("name"))
                .isEmpty();
    }

    @Test
    @DisplayName("garbage throws nothing")
    void garbage() {
        Random random = new Random(16);
        String alphabet = "{}[]\",:\\u0019eE+-.namtrufls \0\ud83d";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "{\"name\":" : "");
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            JsonBody body = JsonBody.read(text.toString());
            Objects.requireNonNull(body.text("name"));
            Objects.requireNonNull(body.json());
        }
    }
}
