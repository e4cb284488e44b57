package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TextMessagesTest {

    private static final String CODE = "123456";
    private static final String REALM = "Twostep";
    private static final String HOST = "login.example.org";
    private static final List<String> CODES = List.of("twostepSmsTextLogin", "twostepSmsTextVerify");
    private static final List<String> NOTICES =
            List.of("twostepSmsTextNumberChangedOld", "twostepSmsTextNumberChangedNew");

    static Stream<Arguments> codes() {
        return Language.all().stream().flatMap(language -> CODES.stream().map(key -> Arguments.of(language, key)));
    }

    static Stream<Arguments> notices() {
        return Language.all().stream().flatMap(language -> NOTICES.stream().map(key -> Arguments.of(language, key)));
    }

    @ParameterizedTest
    @MethodSource("codes")
    @DisplayName("S2: a text with a code fits one segment")
    void codeFitsOneSegment(Language language, String key) {
        SmsSegments segments = SmsSegments.of(language.format(key, CODE, REALM, HOST));
        assertThat(segments.one()).as("%s %s: %s", language, key, segments).isTrue();
    }

    @ParameterizedTest
    @MethodSource("notices")
    @DisplayName("S3: the word about a changed number fits one segment")
    void noticeFitsOneSegment(Language language, String key) {
        SmsSegments segments = SmsSegments.of(language.format(key, "42", REALM));
        assertThat(segments.one()).as("%s %s: %s", language, key, segments).isTrue();
    }

    @ParameterizedTest
    @MethodSource("codes")
    @DisplayName("S1: the last line binds the code to the login page's host, as phones and browsers read it")
    void originBound(Language language, String key) {
        List<String> lines = language.format(key, CODE, REALM, HOST).lines().toList();
        assertThat(lines).hasSize(3).last().isEqualTo("@login.example.org #123456");
        assertThat(lines.get(0)).contains(CODE, REALM);
        assertThat(lines.get(1)).isEmpty();
    }

    @Test
    @DisplayName("English texts keep to the GSM alphabet: one letter outside it would cost a segment more")
    void englishIsGsm() {
        Stream.concat(CODES.stream(), NOTICES.stream())
                .forEach(key -> assertThat(SmsSegments.of(Language.ENGLISH.format(key, CODE, REALM, HOST))
                                .gsm())
                        .as(key)
                        .isTrue());
    }

    @Test
    void countsAsCarriersDo() {
        assertThat(SmsSegments.of("a".repeat(160)).one()).isTrue();
        assertThat(SmsSegments.of("a".repeat(159) + "€").one()).isFalse();
        assertThat(SmsSegments.of("’" + "a".repeat(70)).one()).isFalse();
        assertThat(SmsSegments.of("ક".repeat(70)).one()).isTrue();
    }
}
