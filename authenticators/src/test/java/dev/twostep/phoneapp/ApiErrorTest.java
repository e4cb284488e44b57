package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ApiErrorTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\| (\\d{3}) \\|");

    @Test
    @DisplayName("K6: the errors of the phone API are those of its document, each with its status")
    void asDocumented() throws IOException {
        assertThat(ROW.matcher(document()).results().map(ApiErrorTest::row))
                .containsExactlyElementsOf(Arrays.stream(ApiError.values())
                        .map(error -> error.label() + " " + error.status())
                        .toList());
    }

    private static String row(MatchResult row) {
        return row.group(1) + " " + row.group(2);
    }

    private static String document() throws IOException {
        try (InputStream document = ApiError.class.getResourceAsStream("/META-INF/twostep/phone-api.yaml")) {
            return new String(Objects.requireNonNull(document).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
