package dev.twostep.push.keycloak;

import dev.twostep.keycloak.UnsafePolicy;
import dev.twostep.lifecycle.Factor;
import dev.twostep.push.PushPolicy;
import dev.twostep.push.PushPolicyReader;
import dev.twostep.push.PushSetting;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;

/** Where a realm's policy for login requests stands: in the configuration of the required action {@code twostep-pair-phone-app}. */
final class PushPolicies {

    static final UnsafePolicy UNSAFE = new UnsafePolicy(Factor.PHONE_APP.enrolAction());

    private PushPolicies() {}

    static PushPolicy read(KeycloakSession session) {
        RequiredActionConfigModel config =
                session.getContext().getRealm().getRequiredActionConfigByAlias(Factor.PHONE_APP.enrolAction());
        PushPolicyReader.Reading reading =
                PushPolicyReader.read(config == null || config.getConfig() == null ? Map.of() : config.getConfig());
        UNSAFE.note(session, reading.bad().stream().map(PushSetting::key).toList());
        return reading.policy();
    }
}
