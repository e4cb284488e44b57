package dev.twostep.backupcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a realm's settings into a {@link BackupCodePolicy}. Settings also arrive by import and REST, which check nothing, so each is
 * checked here: a bad one is named, and its safest meaning holds instead.
 */
public final class BackupCodePolicyReader {

    public static final OutOfOrder DEFAULT_OUT_OF_ORDER = OutOfOrder.REFUSE;
    public static final int DEFAULT_WRONG_CODES_PER_USER = 10;
    public static final int MOST_WRONG_CODES_PER_USER = 100;

    /**
     * A policy and what was wrong with the settings.
     *
     * @param bad settings whose value was not used
     */
    public record Reading(BackupCodePolicy policy, List<BackupCodeSetting> bad) {}

    private final Map<String, String> settings;
    private final List<BackupCodeSetting> bad = new ArrayList<>();

    private BackupCodePolicyReader(Map<String, String> settings) {
        this.settings = settings;
    }

    public static Reading read(Map<String, String> settings) {
        BackupCodePolicyReader reader = new BackupCodePolicyReader(settings);
        BackupCodePolicy policy = new BackupCodePolicy(reader.outOfOrder(), reader.wrongCodes());
        return new Reading(policy, List.copyOf(reader.bad));
    }

    private OutOfOrder outOfOrder() {
        String text = text(BackupCodeSetting.OUT_OF_ORDER);
        for (OutOfOrder known : OutOfOrder.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(text)) {
                return known;
            }
        }
        return unless(text.isEmpty(), BackupCodeSetting.OUT_OF_ORDER, DEFAULT_OUT_OF_ORDER);
    }

    private int wrongCodes() {
        String text = text(BackupCodeSetting.WRONG_CODES_PER_USER);
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST_WRONG_CODES_PER_USER) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // named below, as a number out of range is
        }
        return unless(text.isEmpty(), BackupCodeSetting.WRONG_CODES_PER_USER, DEFAULT_WRONG_CODES_PER_USER);
    }

    private <T> T unless(boolean missing, BackupCodeSetting setting, T byDefault) {
        if (!missing) {
            bad.add(setting);
        }
        return byDefault;
    }

    private String text(BackupCodeSetting setting) {
        String value = settings.get(setting.key());
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
