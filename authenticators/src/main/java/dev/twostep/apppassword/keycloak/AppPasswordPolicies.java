package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.AppPasswordPolicy;
import dev.twostep.apppassword.AppPasswordPolicyReader;
import dev.twostep.apppassword.AppPasswordSetting;
import dev.twostep.keycloak.UnsafePolicy;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationError;

/** A realm's policy for temporary passwords: the configuration of the required action {@code twostep-app-password}, its form, and its check. */
final class AppPasswordPolicies {

    static final UnsafePolicy UNSAFE = new UnsafePolicy(AppPasswordActionFactory.ID);

    static final List<ProviderConfigProperty> FORM = List.of(
            number(
                    AppPasswordSetting.LONGEST,
                    "Longest lifetime in hours",
                    "What a user may choose at most for a temporary password, 1 to 8760. One hour is offered first.",
                    AppPasswordPolicyReader.DEFAULT_LONGEST_HOURS),
            number(
                    AppPasswordSetting.WRONG_PASSWORDS_PER_APP,
                    "Wrong account passwords per user and client",
                    "For users without a second factor, whose apps sign in with the account password: within 15 minutes; after"
                            + " that, none is compared at this client, 1 to 100. Counts beside Keycloak's own brute-force detection.",
                    AppPasswordPolicyReader.DEFAULT_WRONG_PASSWORDS));

    private AppPasswordPolicies() {}

    static AppPasswordPolicy read(KeycloakSession session) {
        RequiredActionConfigModel config =
                session.getContext().getRealm().getRequiredActionConfigByAlias(AppPasswordActionFactory.ID);
        AppPasswordPolicyReader.Reading reading = AppPasswordPolicyReader.read(
                config == null || config.getConfig() == null ? Map.of() : config.getConfig());
        UNSAFE.note(session, reading.bad().stream().map(AppPasswordSetting::key).toList());
        return reading.policy();
    }

    /** What the admin console says of settings that cannot be used as they stand. */
    static List<ValidationError> errors(Map<String, String> settings) {
        return AppPasswordPolicyReader.read(settings).bad().stream()
                .map(AppPasswordPolicies::error)
                .toList();
    }

    private static ValidationError error(AppPasswordSetting setting) {
        int most =
                switch (setting) {
                    case LONGEST -> AppPasswordPolicyReader.MOST_HOURS;
                    case WRONG_PASSWORDS_PER_APP -> AppPasswordPolicyReader.MOST_WRONG_PASSWORDS;
                };
        return new ValidationError(AppPasswordActionFactory.ID, setting.key(), "error-number-out-of-range", 1, most);
    }

    private static ProviderConfigProperty number(AppPasswordSetting setting, String label, String help, int byDefault) {
        return new ProviderConfigProperty(
                setting.key(), label, help, ProviderConfigProperty.STRING_TYPE, String.valueOf(byDefault));
    }
}
