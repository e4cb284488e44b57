package dev.twostep.sms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads a realm's settings into a {@link SmsPolicy}. Settings also arrive by import and REST, which check nothing, so each is
 * checked here: a bad one is named, and its safest meaning holds instead.
 */
public final class SmsPolicyReader {

    /** Tried in this order where a realm names no gateway; one without settings passes the text on to the next. */
    public static final String DEFAULT_GATEWAYS = "twilio,http,outbox";

    public static final int DEFAULT_CODE_LIFE = 300;
    public static final int DEFAULT_RESEND_WAIT = 120;
    public static final String DEFAULT_COUNTRY = "US";
    public static final int DEFAULT_TEXTS_PER_USER = 10;
    public static final int DEFAULT_TEXTS_PER_NUMBER = 10;
    public static final int DEFAULT_TEXTS_PER_ADDRESS = 60;
    public static final int DEFAULT_WRONG_CODES_PER_USER = 10;

    /** Allows no country: what a list of nothing but unknown countries comes to. */
    private static final Set<String> NO_COUNTRY = Set.of("ZZ");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /**
     * A policy and what was wrong with the settings.
     *
     * @param bad keys whose value was not used
     */
    public record Reading(SmsPolicy policy, List<SmsSetting> bad) {}

    private final Map<String, String> settings;
    private final Predicate<String> knownGateway;
    private final List<SmsSetting> bad = new ArrayList<>();

    private SmsPolicyReader(Map<String, String> settings, Predicate<String> knownGateway) {
        this.settings = settings;
        this.knownGateway = knownGateway;
    }

    /**
     * Reads the settings.
     *
     * @param knownGateway whether a gateway of this id is installed
     */
    public static Reading read(Map<String, String> settings, Predicate<String> knownGateway) {
        SmsPolicyReader reader = new SmsPolicyReader(settings, knownGateway);
        SmsPolicy policy = new SmsPolicy(
                reader.gateways(),
                Duration.ofSeconds(reader.number(SmsSetting.CODE_LIFE, DEFAULT_CODE_LIFE)),
                Duration.ofSeconds(reader.number(SmsSetting.RESEND_WAIT, DEFAULT_RESEND_WAIT)),
                reader.country(),
                reader.allowedCountries(),
                reader.number(SmsSetting.TEXTS_PER_USER, DEFAULT_TEXTS_PER_USER),
                reader.number(SmsSetting.TEXTS_PER_NUMBER, DEFAULT_TEXTS_PER_NUMBER),
                reader.number(SmsSetting.TEXTS_PER_ADDRESS, DEFAULT_TEXTS_PER_ADDRESS),
                reader.number(SmsSetting.WRONG_CODES_PER_USER, DEFAULT_WRONG_CODES_PER_USER));
        return new Reading(policy, List.copyOf(reader.bad));
    }

    /**
     * Whether a realm chose its gateways. The list that the form offers is no choice: not all of it need be installed, and
     * less need be set up.
     */
    public static boolean choosesGateways(Map<String, String> settings) {
        String named = text(settings, SmsSetting.GATEWAYS);
        return !named.isEmpty() && !list(named).equals(list(DEFAULT_GATEWAYS));
    }

    /** What of a bad setting cannot be used: some items of a list, or all of anything else. */
    public static List<String> unusable(
            Map<String, String> settings, SmsSetting setting, Predicate<String> knownGateway) {
        String text = text(settings, setting);
        return switch (setting) {
            case GATEWAYS -> list(text).stream().filter(knownGateway.negate()).toList();
            case ALLOWED_COUNTRIES ->
                list(text).stream().filter(name -> !isCountry(name)).toList();
            default -> List.of(text);
        };
    }

    private static boolean isCountry(String name) {
        return COUNTRIES.contains(name.toUpperCase(Locale.ROOT));
    }

    private List<String> gateways() {
        List<String> named = list(SmsSetting.GATEWAYS, DEFAULT_GATEWAYS);
        List<String> known = named.stream().filter(knownGateway).toList();
        if (choosesGateways(settings) && known.size() < named.size()) {
            bad.add(SmsSetting.GATEWAYS);
        }
        return known;
    }

    private String country() {
        String country = text(SmsSetting.DEFAULT_COUNTRY).toUpperCase(Locale.ROOT);
        if (country.isEmpty() || COUNTRIES.contains(country)) {
            return country.isEmpty() ? DEFAULT_COUNTRY : country;
        }
        bad.add(SmsSetting.DEFAULT_COUNTRY);
        return DEFAULT_COUNTRY;
    }

    private Set<String> allowedCountries() {
        List<String> named = list(SmsSetting.ALLOWED_COUNTRIES, "");
        Set<String> known = named.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(COUNTRIES::contains)
                .collect(Collectors.toUnmodifiableSet());
        if (!named.stream().allMatch(SmsPolicyReader::isCountry)) {
            bad.add(SmsSetting.ALLOWED_COUNTRIES);
            return known.isEmpty() ? NO_COUNTRY : known;
        }
        return known;
    }

    private int number(SmsSetting setting, int byDefault) {
        String text = text(setting);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(text);
            if (setting.range().orElseThrow().contains(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // named below, as a number out of range is
        }
        bad.add(setting);
        return byDefault;
    }

    private List<String> list(SmsSetting setting, String byDefault) {
        String text = text(setting);
        return list(text.isEmpty() ? byDefault : text);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[,\\s]+|##"))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private String text(SmsSetting setting) {
        return text(settings, setting);
    }

    private static String text(Map<String, String> settings, SmsSetting setting) {
        String value = settings.get(setting.key());
        return value == null ? "" : value.strip();
    }
}
