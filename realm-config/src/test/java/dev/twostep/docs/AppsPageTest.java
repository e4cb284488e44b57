package dev.twostep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configurations on {@code docs/apps.md} are those that are tested. */
final class AppsPageTest {

    private static final String PAGE = Sources.text(Sources.ROOT.resolve("docs/apps.md"));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\n(.*?)^```$");

    static Stream<Path> configurations() {
        return Sources.configurations();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    @DisplayName("Each file that a server is tested with stands on the page, word for word")
    void verbatim(Path file) {
        assertThat(BLOCK.matcher(PAGE).results().map(block -> block.group(1))).contains(Sources.text(file));
    }
}
