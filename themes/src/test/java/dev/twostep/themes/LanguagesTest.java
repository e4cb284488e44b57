package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
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

final class LanguagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern NAME =
            Pattern.compile("(requiredAction\\.)?twostep(-[a-z]+)+|twostep[A-Z]\\w+|locale_[a-z]{2}");

    /** What only the account console reads, with its own way to fill in. */
    private static final Pattern FOR_ACCOUNT_CONSOLE = Pattern.compile("\\{\\{\\d}}");

    /** Names that are the same in every language. */
    private static final Set<String> PROPER_NAMES = Set.of(
            "locale_en",
            "twostepHelpIphone",
            "twostepHelpAndroid",
            "twostepPhoneAppKindIphone",
            "twostepPhoneAppKindIpad");

    /** Latin words that belong in a Gujarati text: names, and what phones and Keycloak's account console show in English. */
    private static final Set<String> LATIN_IN_GUJARATI = Set.of(
            "SMS",
            "QR",
            "STOP",
            "Wi",
            "Fi",
            "Settings",
            "Airplane",
            "Mode",
            "Messages",
            "Unknown",
            "Senders",
            "Junk",
            "Signing",
            "in",
            "Update",
            "Delete",
            "Set",
            "up",
            "Camera",
            "Copy",
            "Device",
            "activity",
            "Twostep",
            "iOS",
            "Safari",
            "Share",
            "Add",
            "to",
            "Home",
            "Screen",
            "Notifications",
            "Focus",
            "Battery",
            "Low",
            "Power",
            "General",
            "Date",
            "Time",
            "Automatically",
            "O",
            "I",
            "L",
            "iPhone",
            "Android",
            "i",
            "https");

    static List<Language> languages() {
        return Language.all();
    }

    static List<Path> files() {
        return ThemeFiles.messages();
    }

    @Test
    @DisplayName("H5: English and Gujarati are there")
    void firstLanguages() {
        assertThat(languages()).extracting(Language::toString).contains("en", "gu");
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("H5: every language has every text, and none that English lacks")
    void sameKeys(Language language) {
        assertThat(language.texts().keySet()).isEqualTo(Language.ENGLISH.texts().keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("H5: every language fills in the same places")
    void samePlaceholders(Language language) {
        assertThat(language.texts().keySet()).allSatisfy(key -> assertThat(placeholders(language.text(key)))
                .as(key)
                .isEqualTo(placeholders(Language.ENGLISH.text(key))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsAMessageFormat(Language language) {
        assertThat(language.texts()).allSatisfy((key, text) -> {
            if (!key.contains("-")) {
                assertThatCode(() -> new MessageFormat(text)).as(key).doesNotThrowAnyException();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName(
            "A straight apostrophe vanishes in MessageFormat, and a doubled one shows twice in the account console")
    void typographicApostrophes(Language language) {
        assertThat(language.texts())
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("The account console writes placeholders in another way: what it shows has none, or its own")
    void nothingOfOursToFillInWhereTheAccountConsoleShowsIt(Language language) {
        assertThat(language.texts()).allSatisfy((key, text) -> {
            if (key.contains("-")) {
                assertThat(FOR_ACCOUNT_CONSOLE.matcher(text).replaceAll(""))
                        .as(key)
                        .doesNotContain("{");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("A1: what the account console puts a value beside is a name, with nothing to fill in")
    void namesOfLinesHaveNothingToFillIn(Language language) {
        assertThat(Stream.of("bound", "used", "used-from", "used-by", "never-used"))
                .allSatisfy(
                        line -> assertThat(language.text("twostep-app-" + line)).doesNotContain("{"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("P1: the account console fills in a phone's last use and its fingerprint, and nothing else")
    void linesOfAPhone(Language language) {
        assertThat(Stream.of("last-used", "fingerprint"))
                .allSatisfy(line ->
                        assertThat(language.text("twostep-phone-" + line)).contains("{{0}}"));
        assertThat(Stream.of("never-used", "notifications-off"))
                .allSatisfy(line ->
                        assertThat(language.text("twostep-phone-" + line)).doesNotContain("{"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("Our texts reach every theme of a realm, so each key says that it is ours")
    void ownNames(Language language) {
        assertThat(language.texts().keySet()).allMatch(NAME.asMatchPredicate());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noEmptyOrUntidyText(Language language) {
        assertThat(language.texts()).allSatisfy((key, text) -> assertThat(text)
                .as(key)
                .isNotBlank()
                .isEqualTo(text.strip())
                .doesNotContain("  "));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noKeyTwice(Path file) {
        Map<String, Long> lines = ThemeFiles.text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        assertThat(lines.values()).containsOnly(1L);
    }

    @Test
    @DisplayName("H5: no English is left in the Gujarati texts")
    void gujaratiIsGujarati() {
        assertThat(Language.GUJARATI.texts()).allSatisfy((key, text) -> {
            if (!PROPER_NAMES.contains(key)) {
                assertThat(text).as(key).containsPattern("\\p{InGujarati}");
                assertThat(latinWords(text)).as(key).isSubsetOf(LATIN_IN_GUJARATI);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("S2: one minute is one minute, not minutes")
    void plurals(Language language) {
        assertThat(language.format("twostepSmsWaitMinutes", 1)).contains("1").doesNotContain("minutes");
        assertThat(language.format("twostepSmsWaitMinutes", 2)).contains("2");
        assertThat(language.format("twostepSmsWaitSeconds", 1)).contains("1").doesNotContain("seconds");
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("P2: one minute or second to answer, or to wait, is one")
    void pluralsOfThePhoneApp(Language language) {
        assertThat(Stream.of("twostepPushMinutes", "twostepPushWaitMinutes", "twostepPairMinutes"))
                .allSatisfy(
                        key -> assertThat(language.format(key, 1)).contains("1").doesNotContain("minutes"));
        assertThat(Stream.of("twostepPushSeconds", "twostepPushWaitSeconds"))
                .allSatisfy(
                        key -> assertThat(language.format(key, 1)).contains("1").doesNotContain("seconds"));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> latinWords(String text) {
        return Pattern.compile("[A-Za-z]+")
                .matcher(text.replaceAll("\\{\\d[^}]*}", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
