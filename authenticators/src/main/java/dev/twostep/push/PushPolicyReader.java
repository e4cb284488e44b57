package dev.twostep.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a realm's settings into a {@link PushPolicy}. Settings also arrive by import and REST, which check nothing, so each is checked here: a bad
 * one is named, and its safest meaning holds instead.
 */
public final class PushPolicyReader {

    public static final int DEFAULT_LIFE = 120;
    public static final int LEAST_LIFE = 60;
    /** With the minute that the browser has to go on, within the ten minutes of NIST SP 800-63B-4, 3.1.3. */
    public static final int MOST_LIFE = 540;

    public static final int DEFAULT_DIGITS = 6;
    public static final int LEAST_DIGITS = 2;
    public static final int MOST_DIGITS = 6;

    /**
     * A policy and what was wrong with the settings.
     *
     * @param bad settings whose value was not used
     */
    public record Reading(PushPolicy policy, List<PushSetting> bad) {}

    private final Map<String, String> settings;
    private final List<PushSetting> bad = new ArrayList<>();

    private PushPolicyReader(Map<String, String> settings) {
        this.settings = settings;
    }

    public static Reading read(Map<String, String> settings) {
        PushPolicyReader reader = new PushPolicyReader(settings);
        PushPolicy policy = new PushPolicy(
                Duration.ofSeconds(reader.number(PushSetting.REQUEST_LIFE, LEAST_LIFE, MOST_LIFE, DEFAULT_LIFE)),
                reader.number(PushSetting.NUMBER_DIGITS, LEAST_DIGITS, MOST_DIGITS, DEFAULT_DIGITS),
                reader.yes(PushSetting.NEW_PASSWORD_AFTER_REPORT));
        return new Reading(policy, List.copyOf(reader.bad));
    }

    /** The defaults are also the safest: a short life, a long number. */
    private int number(PushSetting setting, int least, int most, int byDefault) {
        String text = text(setting);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // named below, as a number out of range is
        }
        bad.add(setting);
        return byDefault;
    }

    private boolean yes(PushSetting setting) {
        String text = text(setting);
        if (!text.isEmpty() && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            bad.add(setting);
        }
        return !text.equalsIgnoreCase("false");
    }

    private String text(PushSetting setting) {
        String value = settings.get(setting.key());
        return value == null ? "" : value.strip();
    }
}
