package dev.twostep.sms.keycloak;

import dev.twostep.sms.SmsPolicyReader;
import dev.twostep.sms.SmsSetting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;

/** Where a realm's policy for text messages stands: in the configuration of the required action {@code twostep-add-phone}. */
final class SmsPolicies {

    private SmsPolicies() {}

    static SmsPolicyReader.Reading read(KeycloakSession session) {
        return read(session, settings(session));
    }

    /** The keys in the realm's settings whose value is not used. */
    static List<String> unsafe(KeycloakSession session) {
        Map<String, String> settings = settings(session);
        return Stream.concat(
                        read(session, settings).bad().stream().map(SmsSetting::key),
                        GatewaySettings.plainOverrides(settings).stream())
                .toList();
    }

    /** Reads settings that the realm need not have yet. */
    static SmsPolicyReader.Reading read(KeycloakSession session, Map<String, String> settings) {
        return SmsPolicyReader.read(settings, gateways(session)::contains);
    }

    /** What of a setting's value cannot be used. */
    static List<String> unusable(KeycloakSession session, Map<String, String> settings, SmsSetting setting) {
        return SmsPolicyReader.unusable(settings, setting, gateways(session)::contains);
    }

    private static Set<String> gateways(KeycloakSession session) {
        return session.listProviderIds(SmsGatewayProvider.class);
    }

    private static Map<String, String> settings(KeycloakSession session) {
        RequiredActionConfigModel config =
                session.getContext().getRealm().getRequiredActionConfigByAlias(AddPhoneActionFactory.ID);
        return config == null || config.getConfig() == null ? Map.of() : config.getConfig();
    }
}
