package dev.twostep.sms.keycloak;

import dev.twostep.sms.SmsPolicy;
import dev.twostep.sms.SmsPolicyReader;
import dev.twostep.sms.SmsSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.validate.ValidationError;

/**
 * What the admin console says of settings that cannot be used as they stand. It fills the places of a message in itself, the
 * key at {@code {{0}}}, and shows a message that is none of its own keys as it is.
 */
final class SmsPolicyCheck {

    private static final String NOT_A_REFERENCE =
            "{{0}} must be a vault reference: whoever may look at the realm can read what is written here.";
    private static final String GATEWAY = "Gateway {{1}} cannot send with these settings – {{2}}.";

    private final KeycloakSession session;
    private final Map<String, String> settings;

    SmsPolicyCheck(KeycloakSession session, Map<String, String> settings) {
        this.session = session;
        this.settings = settings;
    }

    List<ValidationError> errors() {
        SmsPolicyReader.Reading reading = SmsPolicies.read(session, settings);
        List<ValidationError> errors = new ArrayList<>();
        reading.bad().forEach(setting -> errors.add(unusable(setting)));
        GatewaySettings.plainOverrides(settings).forEach(key -> errors.add(error(key, NOT_A_REFERENCE)));
        if (SmsPolicyReader.choosesGateways(settings)) {
            errors.addAll(gateways(reading.policy()));
        }
        return errors;
    }

    private List<ValidationError> gateways(SmsPolicy policy) {
        List<ValidationError> errors = new ArrayList<>();
        for (String gateway : policy.gateways()) {
            if (session.getKeycloakSessionFactory().getProviderFactory(SmsGatewayProvider.class, gateway)
                    instanceof SmsGatewayProviderFactory factory) {
                factory.problem(session, settings)
                        .ifPresent(problem -> errors.add(error(SmsSetting.GATEWAYS.key(), GATEWAY, gateway, problem)));
            }
        }
        return errors;
    }

    private ValidationError unusable(SmsSetting setting) {
        return setting.range()
                .map(range -> error(setting.key(), "error-number-out-of-range", range.least(), range.most()))
                .orElseGet(() -> error(
                        setting.key(),
                        ValidationError.MESSAGE_INVALID_VALUE,
                        String.join(", ", SmsPolicies.unusable(session, settings, setting))));
    }

    private static ValidationError error(String key, String message, Object... parameters) {
        return new ValidationError(AddPhoneActionFactory.ID, key, message, parameters);
    }
}
