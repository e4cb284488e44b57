package dev.twostep.apppassword;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a realm's settings into an {@link AppPasswordPolicy}. Settings also arrive by import and REST, which check nothing, so each is
 * checked here: a bad one is named, and its safest meaning holds instead.
 */
public final class AppPasswordPolicyReader {

    public static final int DEFAULT_LONGEST_HOURS = 720;
    public static final int MOST_HOURS = 8_760;
    public static final int DEFAULT_WRONG_PASSWORDS = 20;
    public static final int MOST_WRONG_PASSWORDS = 100;

    private static final int SAFEST_HOURS = 1;

    /**
     * A policy and what was wrong with the settings.
     *
     * @param bad settings whose value was not used
     */
    public record Reading(AppPasswordPolicy policy, List<AppPasswordSetting> bad) {}

    private final Map<String, String> settings;
    private final List<AppPasswordSetting> bad = new ArrayList<>();

    private AppPasswordPolicyReader(Map<String, String> settings) {
        this.settings = settings;
    }

    public static Reading read(Map<String, String> settings) {
        AppPasswordPolicyReader reader = new AppPasswordPolicyReader(settings);
        AppPasswordPolicy policy = new AppPasswordPolicy(
                Duration.ofHours(
                        reader.number(AppPasswordSetting.LONGEST, MOST_HOURS, DEFAULT_LONGEST_HOURS, SAFEST_HOURS)),
                reader.number(
                        AppPasswordSetting.WRONG_PASSWORDS_PER_APP,
                        MOST_WRONG_PASSWORDS,
                        DEFAULT_WRONG_PASSWORDS,
                        DEFAULT_WRONG_PASSWORDS));
        return new Reading(policy, List.copyOf(reader.bad));
    }

    private int number(AppPasswordSetting setting, int most, int byDefault, int safest) {
        String value = settings.get(setting.key());
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // named below, as a number out of range is
        }
        bad.add(setting);
        return safest;
    }
}
