package dev.twostep.phoneapp.keycloak;

import dev.twostep.push.PushPolicyReader;
import dev.twostep.push.PushSetting;
import java.util.List;
import java.util.Map;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationError;

/** The form and the check of a realm's policy for login requests: the configuration of the required action {@code twostep-pair-phone-app}. */
final class PhonePolicies {

    static final List<ProviderConfigProperty> FORM = List.of(
            text(
                    PushSetting.REQUEST_LIFE,
                    "Lifetime of a login request in seconds",
                    "How long a sign-in waits for the phone, 60 to 540.",
                    PushPolicyReader.DEFAULT_LIFE),
            text(
                    PushSetting.NUMBER_DIGITS,
                    "Digits of the number",
                    "How many digits the sign-in page shows to be typed into the phone, 2 to 6. Fewer than 6 are weaker: a"
                            + " guess is right more often, and NIST SP 800-63B asks for 6.",
                    PushPolicyReader.DEFAULT_DIGITS),
            new ProviderConfigProperty(
                    PushSetting.NEW_PASSWORD_AFTER_REPORT.key(),
                    "New password after “this wasn’t me”",
                    "Whether a user who reports a login request must choose a new password at the next sign-in: whoever asked"
                            + " knew the old one.",
                    ProviderConfigProperty.BOOLEAN_TYPE,
                    "true"));

    private PhonePolicies() {}

    /** What the admin console says of settings that cannot be used as they stand. */
    static List<ValidationError> errors(Map<String, String> settings) {
        return PushPolicyReader.read(settings).bad().stream()
                .map(PhonePolicies::error)
                .toList();
    }

    private static ValidationError error(PushSetting setting) {
        return switch (setting) {
            case REQUEST_LIFE -> outOfRange(setting, PushPolicyReader.LEAST_LIFE, PushPolicyReader.MOST_LIFE);
            case NUMBER_DIGITS -> outOfRange(setting, PushPolicyReader.LEAST_DIGITS, PushPolicyReader.MOST_DIGITS);
            case NEW_PASSWORD_AFTER_REPORT ->
                new ValidationError(PairPhoneAppActionFactory.ID, setting.key(), "error-invalid-value");
        };
    }

    private static ValidationError outOfRange(PushSetting setting, int least, int most) {
        return new ValidationError(
                PairPhoneAppActionFactory.ID, setting.key(), "error-number-out-of-range", least, most);
    }

    private static ProviderConfigProperty text(PushSetting setting, String label, String help, int byDefault) {
        return new ProviderConfigProperty(
                setting.key(), label, help, ProviderConfigProperty.STRING_TYPE, String.valueOf(byDefault));
    }
}
