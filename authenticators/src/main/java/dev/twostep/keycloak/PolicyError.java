package dev.twostep.keycloak;

import java.util.List;
import java.util.Map;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationError;

/**
 * Words for what is wrong with a policy's form. Keycloak's own name the setting's key, which stands nowhere in the form, and not the value; ours
 * name the label and the value. The admin console takes them from our messages, and fills in what is filled in.
 */
final class PolicyError {

    private static final String OUT_OF_RANGE = "error-number-out-of-range";

    private PolicyError() {}

    /** Errors in other words than Keycloak's stay as they are. */
    static ValidationError inWords(
            ValidationError error, List<ProviderConfigProperty> form, Map<String, String> settings) {
        String key = error.getInputHint();
        Object[] details = error.getMessageParameters();
        return switch (error.getMessage()) {
            case OUT_OF_RANGE ->
                error(error, "twostep-policy-number", label(key, form), details[0], details[1], settings.get(key));
            case ValidationError.MESSAGE_INVALID_VALUE ->
                error(
                        error,
                        "twostep-policy-value",
                        label(key, form),
                        details.length > 0 ? details[0] : settings.get(key));
            default -> error;
        };
    }

    private static ValidationError error(ValidationError error, String message, Object... details) {
        return new ValidationError(error.getValidatorId(), error.getInputHint(), message, details);
    }

    private static String label(String key, List<ProviderConfigProperty> form) {
        return form.stream()
                .filter(field -> field.getName().equals(key))
                .map(ProviderConfigProperty::getLabel)
                .findFirst()
                .orElse(key);
    }
}
