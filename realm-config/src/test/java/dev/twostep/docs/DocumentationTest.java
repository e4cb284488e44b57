package dev.twostep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation names is there. */
final class DocumentationTest {

    private static final Path README = Sources.ROOT.resolve("README.md");
    private static final Path OPERATIONS = Sources.ROOT.resolve("docs/operations.md");

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z]+[a-z]+[A-Z][A-Za-z]*(#[a-z]\\w*)?");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern MESSAGE = Pattern.compile("TWOSTEP-[A-Z]+-[0-9]+");
    private static final Pattern METER = Pattern.compile("Meters\\.count\\(\\s*\"(\\w+)\"");
    private static final Pattern METRIC = Pattern.compile("`(twostep_\\w+)_total`");
    /** The other names are those of details, notes and claims. */
    private static final Pattern EVENT_ERROR = Pattern.compile(
            "(?<!public )static final String (?!TEXT|NUMBER|LEFT)[A-Z_]+ = \"((?:twostep|second_factor)_\\w+)\"");

    static Stream<Path> pages() {
        return Sources.pages();
    }

    @Test
    @DisplayName("Each answer to “Where does it happen?” exists, and the method in it")
    void answersExist() {
        List<String> answers = Sources.text(README)
                .lines()
                .filter(line -> line.startsWith("| Wh"))
                .flatMap(line -> found(CODE, line.substring(line.indexOf('|', 1))))
                .toList();
        assertThat(answers).hasSizeGreaterThan(20).allMatch(Sources::has);
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("Each class and method that a page names exists")
    void classesExist(Path page) {
        assertThat(found(CODE, Sources.text(page))
                        .filter(code -> CLASS.matcher(code).matches()))
                .allMatch(Sources::hasClass);
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("Each link leads to a file, and to a heading in it")
    void linksResolve(Path page) {
        assertThat(found(LINK, Sources.text(page)).filter(link -> !link.startsWith("http")))
                .allMatch(link -> resolves(page, link));
    }

    @Test
    @DisplayName("The messages of the log are those that are explained")
    void messages() {
        assertThat(all(MESSAGE, Sources.shipped()))
                .isEqualTo(all(MESSAGE, table("## Log messages")))
                .isNotEmpty();
    }

    @Test
    @DisplayName("The metrics are those that are explained")
    void metrics() {
        assertThat(all(METER, Sources.shipped()))
                .isEqualTo(all(METRIC, table("## Metrics")))
                .isNotEmpty();
    }

    @Test
    @DisplayName("Each error of our own in an event is explained")
    void eventErrors() {
        String table = table("## Events").collect(Collectors.joining("\n"));
        assertThat(all(EVENT_ERROR, Sources.shipped()))
                .isNotEmpty()
                .allMatch(error -> table.contains("| `" + error + "` |"));
    }

    private static boolean resolves(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1
                        || found(HEADING, Sources.text(target))
                                .map(DocumentationTest::anchor)
                                .anyMatch(parts[1]::equals));
    }

    /** As web pages of Git hosts name a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static Stream<String> table(String heading) {
        String page = Sources.text(OPERATIONS);
        return page.substring(page.indexOf(heading + "\n"))
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"));
    }

    private static Set<String> all(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> found(pattern, text)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first group of each match, or all of it where there is none. */
    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(Math.min(1, match.groupCount())));
    }
}
