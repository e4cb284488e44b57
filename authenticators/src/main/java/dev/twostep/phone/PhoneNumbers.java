package dev.twostep.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads numbers as people type them, and accepts those that a text message can reach. Safe for use by many threads. */
public final class PhoneNumbers {

    /** In some countries, the USA among them, a number does not tell landlines from mobiles. */
    private static final Set<PhoneNumberType> CAN_RECEIVE_TEXTS =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private static final String NO_COUNTRY = "ZZ";

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

    /**
     * Reads a number.
     *
     * @param typed          as typed; a country prefix ({@code +} or {@code 00}) in it wins over {@code region}
     * @param region         the chosen country as ISO 3166-1 alpha-2, or empty
     * @param allowedRegions where the realm sends texts to; empty for everywhere
     */
    public NumberReading read(String typed, String region, Set<String> allowedRegions) {
        if (typed.isBlank()) {
            return new NumberReading.Problem(NumberProblem.MISSING);
        }
        if (typed.length() > TypedNumber.LONGEST_TEXT) { // before anything that takes longer for a longer text
            return new NumberReading.Problem(NumberProblem.TOO_LONG);
        }
        return TypedNumber.of(typed)
                .map(digits -> parse(digits, knows(region) ? region : NO_COUNTRY, allowedRegions))
                .orElseGet(() -> new NumberReading.Problem(NumberProblem.INVALID));
    }

    /** Whether this is the ISO 3166-1 alpha-2 code of a country with telephones. */
    public boolean knows(String region) {
        return library.getSupportedRegions().contains(region);
    }

    /**
     * The countries to choose from, in the alphabetical order of the reader's language.
     *
     * @param allowedRegions where the realm sends texts to; empty for everywhere
     */
    public List<Country> countries(Set<String> allowedRegions, Locale locale) {
        Comparator<Object> alphabetical = Collator.getInstance(locale);
        return library.getSupportedRegions().stream()
                .filter(region -> allowed(region, allowedRegions))
                .map(region -> new Country(region, name(region, locale), library.getCountryCodeForRegion(region)))
                .sorted(Comparator.comparing(Country::name, alphabetical))
                .toList();
    }

    private NumberReading parse(String digits, String region, Set<String> allowedRegions) {
        if (!digits.startsWith("+") && region.equals(NO_COUNTRY)) {
            return new NumberReading.Problem(NumberProblem.COUNTRY_MISSING);
        }
        try {
            return check(library.parse(digits, region), allowedRegions);
        } catch (NumberParseException unreadable) { // its message repeats the number, so it goes no further
            return new NumberReading.Problem(problem(unreadable.getErrorType()));
        }
    }

    private NumberReading check(Phonenumber.PhoneNumber number, Set<String> allowedRegions) {
        Optional<NumberProblem> badLength = length(library.isPossibleNumberWithReason(number));
        if (badLength.isPresent()) {
            return new NumberReading.Problem(badLength.get());
        }
        if (!library.isValidNumber(number)) {
            return new NumberReading.Problem(NumberProblem.INVALID);
        }
        Optional<String> region = region(number, allowedRegions);
        if (region.isEmpty()) {
            String elsewhere = library.getRegionCodeForNumber(number);
            return new NumberReading.Problem(
                    NumberProblem.COUNTRY_NOT_ALLOWED, elsewhere != null && knows(elsewhere) ? elsewhere : "");
        }
        if (!CAN_RECEIVE_TEXTS.contains(library.getNumberType(number))) {
            return new NumberReading.Problem(NumberProblem.NOT_A_MOBILE);
        }
        return new NumberReading.Read(PhoneNumber.ofE164(library.format(number, PhoneNumberFormat.E164)), region.get());
    }

    /**
     * The allowed country that the number belongs to. Finland and Åland, Italy and the Vatican share their numbers, so
     * the library's first guess is not the only answer. Satellite networks belong to no country.
     */
    private Optional<String> region(Phonenumber.PhoneNumber number, Set<String> allowedRegions) {
        return Stream.concat(
                        Stream.ofNullable(library.getRegionCodeForNumber(number)),
                        library.getRegionCodesForCountryCode(number.getCountryCode()).stream())
                .filter(region -> knows(region) && allowed(region, allowedRegions))
                .filter(region -> library.isValidNumberForRegion(number, region))
                .findFirst();
    }

    private static NumberProblem problem(NumberParseException.ErrorType error) {
        return switch (error) {
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> NumberProblem.TOO_SHORT;
            case TOO_LONG -> NumberProblem.TOO_LONG;
            case INVALID_COUNTRY_CODE, NOT_A_NUMBER -> NumberProblem.INVALID;
        };
    }

    private static Optional<NumberProblem> length(ValidationResult result) {
        return switch (result) {
            case IS_POSSIBLE -> Optional.empty();
            case IS_POSSIBLE_LOCAL_ONLY, TOO_SHORT -> Optional.of(NumberProblem.TOO_SHORT);
            case TOO_LONG -> Optional.of(NumberProblem.TOO_LONG);
            case INVALID_COUNTRY_CODE, INVALID_LENGTH -> Optional.of(NumberProblem.INVALID);
        };
    }

    private static boolean allowed(String region, Set<String> allowedRegions) {
        return allowedRegions.isEmpty() || allowedRegions.contains(region);
    }

    /** The name of a country in the reader's language. */
    public static String name(String region, Locale locale) {
        return new Locale.Builder().setRegion(region).build().getDisplayCountry(locale);
    }
}
