package dev.twostep.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumbersTest {

    private static final Set<String> EVERYWHERE = Set.of();

    private final PhoneNumbers numbers = new PhoneNumbers();

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "98765 43210, IN, +919876543210, IN",
        "098765-43210, IN, +919876543210, IN",
        "+91 98765 43210, US, +919876543210, IN",
        "0091 98765 43210, US, +919876543210, IN",
        "919876543210, IN, +919876543210, IN",
        "(201) 555-0123, US, +12015550123, US",
        "1.201.555.0123, US, +12015550123, US",
        "011 44 7400 123456, US, +447400123456, GB",
        "07400 123456, GB, +447400123456, GB",
        "+44 (0)7400 123456, GB, +447400123456, GB",
        "(+44) 7400/123456, '', +447400123456, GB",
        "312 345 6789, IT, +393123456789, IT",
        "+39 312 345 6789, DE, +393123456789, IT",
    })
    @DisplayName("S3: a number is read as people type it, and a typed prefix wins over the chosen country")
    void reads(String typed, String region, String e164, String country) {
        assertRead(typed, region, e164, country);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "९८७६५ ४३२१०",
                "૯૮૭૬૫ ૪૩૨૧૦",
                "٩٨٧٦٥ ٤٣٢١٠",
                "۹۸۷۶۵ ۴۳۲۱۰",
                "＋９１ ９８７６５ー４３２１０",
                "\u200f98765\u00a043210\u200e",
                "\u202a+91 98765 43210\u202c",
                "\ufeff98765\u201143210",
                "98765\u200b43210",
                "\t98765 43210 "
            })
    @DisplayName("H5: digits of any script, and the invisible marks of a pasted number")
    void readsEveryScript(String typed) {
        String withPlainDash = typed.replace('ー', '－');

        assertRead(withPlainDash, "IN", "+919876543210", "IN");
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "'', IN, MISSING",
        "'   ', IN, MISSING",
        "98765 43210, '', COUNTRY_MISSING",
        "98765 43210, XX, COUNTRY_MISSING",
        "98765 43210, in, COUNTRY_MISSING",
        "hello, IN, INVALID",
        "+, IN, INVALID",
        "98765 43210 ext. 5, IN, INVALID",
        "1-800-FLOWERS, US, INVALID",
        "98765+43210, IN, INVALID",
        "++919876543210, IN, INVALID",
        "+999 98765 43210, IN, INVALID",
        "<b>9876543210</b>, IN, INVALID",
        "(201) 055-0123, US, INVALID",
        "9876, IN, TOO_SHORT",
        "5, IN, INVALID",
        "555-0123, US, TOO_SHORT",
        "98765 43210 98765, IN, TOO_LONG",
        "98765432109876543210, IN, TOO_LONG",
        "020 7031 3000, GB, NOT_A_MOBILE",
        "+39 06 1234 5678, IT, NOT_A_MOBILE",
        "0900 5123456, DE, NOT_A_MOBILE",
        "+49 900 1 234567, DE, NOT_A_MOBILE",
        "(900) 234-5678, US, NOT_A_MOBILE",
        "(800) 234-5678, US, NOT_A_MOBILE",
        "056 1234 5678, GB, NOT_A_MOBILE",
        "0843 123 4567, GB, NOT_A_MOBILE",
        "07640 123456, GB, NOT_A_MOBILE",
        "0345 123 4567, GB, NOT_A_MOBILE",
        "+870 773 111 632, IN, COUNTRY_NOT_ALLOWED",
    })
    @DisplayName("S3: every other text has its own clear answer")
    void names(String typed, String region, NumberProblem problem) {
        assertThat(numbers.read(typed, region, EVERYWHERE)).isEqualTo(new NumberReading.Problem(problem));
    }

    @Test
    @DisplayName("S7: only the realm's countries, also where two share a calling code")
    void allowedCountries() {
        assertThat(numbers.read("+91 98765 43210", "IN", Set.of("IN"))).isInstanceOf(NumberReading.Read.class);
        assertThat(numbers.read("+91 98765 43210", "GB", Set.of("GB")))
                .as("the country of the number is named, whatever was chosen beside it")
                .isEqualTo(new NumberReading.Problem(NumberProblem.COUNTRY_NOT_ALLOWED, "IN"));
        assertThat(numbers.read("+44 7797 712345", "GB", Set.of("GB")))
                .isEqualTo(new NumberReading.Problem(NumberProblem.COUNTRY_NOT_ALLOWED, "JE"));
        assertRead(numbers.read("07624 369230", "IM", Set.of("IM")), "+447624369230", "IM");
        assertRead(numbers.read("07624 369230", "IM", Set.of("IM", "GB")), "+447624369230", "IM");
    }

    @Test
    @DisplayName("a text of ten kilobytes is refused before it is looked at")
    void hugeInput() {
        assertThat(numbers.read("9".repeat(10_240), "IN", EVERYWHERE))
                .isEqualTo(new NumberReading.Problem(NumberProblem.TOO_LONG));
        assertThat(numbers.read("(".repeat(10_240), "IN", EVERYWHERE))
                .isEqualTo(new NumberReading.Problem(NumberProblem.TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("regions")
    @DisplayName("S3: a mobile number of every country is read, with and without its prefix")
    void everyCountry(String region) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        var example = library.getExampleNumberForType(region, PhoneNumberType.MOBILE);
        String e164 = library.format(example, PhoneNumberFormat.E164);

        assertThat(List.of(
                        numbers.read(e164, "", Set.of(region)),
                        numbers.read(library.format(example, PhoneNumberFormat.NATIONAL), region, Set.of(region))))
                .allSatisfy(reading -> assertRead(reading, e164, region));
    }

    static Stream<String> regions() {
        return PhoneNumberUtil.getInstance().getSupportedRegions().stream()
                .filter(region ->
                        PhoneNumberUtil.getInstance().getExampleNumberForType(region, PhoneNumberType.MOBILE) != null)
                .sorted();
    }

    @Test
    @DisplayName("H5: countries by name in the reader's language and order")
    void countries() {
        Set<String> some = Set.of("AT", "DE", "IN", "EG");

        assertThat(numbers.countries(some, Locale.ENGLISH))
                .containsExactly(
                        new Country("AT", "Austria", 43),
                        new Country("EG", "Egypt", 20),
                        new Country("DE", "Germany", 49),
                        new Country("IN", "India", 91));
        assertThat(numbers.countries(some, Locale.GERMAN))
                .extracting(Country::name)
                .isEqualTo(List.of("Ägypten", "Deutschland", "Indien", "Österreich"));
        assertThat(numbers.countries(Set.of("IN"), Locale.forLanguageTag("gu")))
                .containsExactly(new Country("IN", "ભારત", 91));
    }

    @Test
    @DisplayName("S7: without a list of its own, the realm offers every country")
    void allCountries() {
        List<Country> all = numbers.countries(EVERYWHERE, Locale.ENGLISH);

        assertThat(all).hasSizeGreaterThan(200).allSatisfy(country -> {
            assertThat(country.name()).isNotBlank();
            assertThat(numbers.knows(country.code())).isTrue();
            assertThat(country.callingCode()).isPositive();
        });
        assertThat(numbers.knows("XX")).isFalse();
        assertThat(numbers.knows("001")).isFalse();
    }

    private void assertRead(String typed, String region, String e164, String country) {
        assertRead(numbers.read(typed, region, EVERYWHERE), e164, country);
    }

    private static void assertRead(NumberReading reading, String e164, String country) {
        assertThat(reading).isInstanceOfSatisfying(NumberReading.Read.class, read -> {
            assertThat(read.number().e164()).isEqualTo(e164);
            assertThat(read.region()).isEqualTo(country);
        });
    }
}
