package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the files as they are written: own names, nothing inline, nothing from elsewhere. */
final class ResourcesTest {

    private static final Pattern TEXT_KEY = Pattern.compile("[\"'](twostep[A-Z]\\w*)[\"']");
    private static final Pattern CODE_KEY = Pattern.compile("\"(twostep[A-Z]\\w*)\"");
    private static final Pattern LINKED =
            Pattern.compile("(?:style|script) file=\"([^\"]+)\"|/twostep/((?:phone/)?[\\w.-]+)\"");

    /** The names of the attributes that the pages get, which look like text keys. */
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "twostep(Sms|Phone|Setup|SignInOver|Help|Outbox|BackupCodes?|AppPassword|Notice|PhoneApp|PairPhone|History)");

    /** What no page names, but the server: the worker has an address of its own, and the manifest of the phone app names its icons. */
    private static final Set<String> NAMED_BY_THE_SERVER =
            Set.of("phone/worker.js", "phone/icon-512.png", "phone/icon-maskable.png");

    static List<Path> templates() {
        return ThemeFiles.templates();
    }

    static Stream<Path> everything() {
        return Stream.concat(ThemeFiles.templates().stream(), ThemeFiles.resources().stream());
    }

    static Stream<Path> everythingWritten() {
        return everything().filter(file -> !file.toString().endsWith(".png"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    @DisplayName("Files of ours carry our name, so that none can hide a theme's own")
    void ownNames(Path file) {
        assertThat(file.toString())
                .containsPattern(
                        "/templates/((html|text)/)?twostep-[a-z-]+\\.ftl$|/resources/twostep/(phone/)?[a-z-]+\\.(css|js)$|/resources/twostep/phone/icon-[a-z0-9]+\\.png$");
    }

    @ParameterizedTest
    @MethodSource("everythingWritten")
    @DisplayName("Nothing is loaded from elsewhere")
    void nothingFromElsewhere(Path file) {
        assertThat(ThemeFiles.text(file)).doesNotContainPattern("https?://|@import|[\"'(]//");
    }

    @ParameterizedTest
    @MethodSource("templates")
    @DisplayName(
            "No script, style or handler stands in a page, so a strict content security policy leaves our part working")
    void nothingInline(Path template) {
        assertThat(ThemeFiles.text(template))
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:")
                .doesNotContain("?no_esc");
    }

    @ParameterizedTest
    @MethodSource("templates")
    @DisplayName("H5: every text that a page names exists")
    void textsExist(Path template) {
        assertThat(TEXT_KEY.matcher(ThemeFiles.text(template)).results().map(match -> match.group(1)))
                .filteredOn(key -> !ATTRIBUTE.matcher(key).matches())
                .allSatisfy(key -> assertThat(Language.ENGLISH.texts()).containsKey(key));
    }

    @Test
    @DisplayName("H5: every text that the code names exists")
    void textsOfTheCodeExist() {
        assertThat(ThemeFiles.code()
                        .flatMap(file -> CODE_KEY.matcher(ThemeFiles.text(file)).results())
                        .map(match -> match.group(1)))
                .filteredOn(key -> !ATTRIBUTE.matcher(key).matches())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(Language.ENGLISH.texts()).containsKey(key));
    }

    @Test
    void linkedFilesExist() {
        List<String> names =
                ThemeFiles.resources().stream().map(ThemeFiles::resourceName).toList();
        List<String> linked = ThemeFiles.templates().stream()
                .flatMap(template -> LINKED.matcher(ThemeFiles.text(template)).results())
                .map(ResourcesTest::linkedName)
                .toList();
        assertThat(names).containsAll(NAMED_BY_THE_SERVER);
        assertThat(Stream.concat(linked.stream(), NAMED_BY_THE_SERVER.stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    @DisplayName("H4: sides are logical, so right-to-left pages need no second style sheet")
    void logicalSides() {
        assertThat(ThemeFiles.resources(".css"))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(ThemeFiles.text(file))
                                .as(file.toString())
                                .doesNotContainPattern(
                                        "(?m)^\\s*(margin|padding|border)-(left|right|top|bottom)|^\\s*(left|right)\\s*:|:\\s*(left|right);"));
    }

    @Test
    @DisplayName("H4: colours in the login pages come from PatternFly, so dark mode and customers’ themes reach them")
    void themeColours() {
        assertThat(ThemeFiles.resources("twostep.css")).isNotEmpty().allSatisfy(file -> assertThat(
                        ThemeFiles.text(file))
                .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b(?=[^{]*;)|rgba?\\(|hsla?\\("));
    }

    private static String linkedName(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
