package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodePolicy;
import dev.twostep.backupcode.BackupCodePolicyReader;
import dev.twostep.backupcode.BackupCodeSetting;
import dev.twostep.keycloak.UnsafePolicy;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationError;

/** A realm's policy for backup codes: the configuration of the required action {@code twostep-backup-codes}, its form, and its check. */
final class BackupCodePolicies {

    static final UnsafePolicy UNSAFE = new UnsafePolicy(BackupCodesActionFactory.ID);

    static final List<ProviderConfigProperty> FORM = List.of(
            choice(
                    BackupCodeSetting.OUT_OF_ORDER,
                    "A code out of order",
                    "refuse: an active code that is not the next one is refused, and all active codes become inactive."
                            + " accept: it is accepted, and the earlier ones become inactive.",
                    List.of("refuse", "accept")),
            new ProviderConfigProperty(
                    BackupCodeSetting.WRONG_CODES_PER_USER.key(),
                    "Wrong backup codes per user and hour",
                    "Over all sign-ins of the user; after that no code is compared, 1 to 100. Counts beside Keycloak's"
                            + " own brute-force detection.",
                    ProviderConfigProperty.STRING_TYPE,
                    String.valueOf(BackupCodePolicyReader.DEFAULT_WRONG_CODES_PER_USER)));

    private BackupCodePolicies() {}

    static BackupCodePolicy read(KeycloakSession session) {
        RequiredActionConfigModel config =
                session.getContext().getRealm().getRequiredActionConfigByAlias(BackupCodesActionFactory.ID);
        BackupCodePolicyReader.Reading reading = BackupCodePolicyReader.read(
                config == null || config.getConfig() == null ? Map.of() : config.getConfig());
        UNSAFE.note(session, reading.bad().stream().map(BackupCodeSetting::key).toList());
        return reading.policy();
    }

    /** What the admin console says of settings that cannot be used as they stand. */
    static List<ValidationError> errors(Map<String, String> settings) {
        return BackupCodePolicyReader.read(settings).bad().stream()
                .map(BackupCodePolicies::error)
                .toList();
    }

    private static ValidationError error(BackupCodeSetting setting) {
        return switch (setting) {
            case OUT_OF_ORDER ->
                new ValidationError(BackupCodesActionFactory.ID, setting.key(), ValidationError.MESSAGE_INVALID_VALUE);
            case WRONG_CODES_PER_USER ->
                new ValidationError(
                        BackupCodesActionFactory.ID,
                        setting.key(),
                        "error-number-out-of-range",
                        1,
                        BackupCodePolicyReader.MOST_WRONG_CODES_PER_USER);
        };
    }

    private static ProviderConfigProperty choice(
            BackupCodeSetting setting, String label, String help, List<String> options) {
        ProviderConfigProperty property = new ProviderConfigProperty(
                setting.key(), label, help, ProviderConfigProperty.LIST_TYPE, options.get(0));
        property.setOptions(options);
        return property;
    }
}
