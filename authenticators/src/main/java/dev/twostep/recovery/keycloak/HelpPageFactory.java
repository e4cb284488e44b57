package dev.twostep.recovery.keycloak;

import dev.twostep.keycloak.PageProvider;
import dev.twostep.keycloak.PageProviderFactory;
import dev.twostep.lifecycle.Factor;
import dev.twostep.recovery.HelpFacts;
import dev.twostep.sms.SmsPolicy;
import dev.twostep.sms.SmsPolicyReader;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;

/** Registers {@code /realms/{realm}/twostep/help}. */
public final class HelpPageFactory implements PageProviderFactory {

    @Override
    public String getId() {
        return "help";
    }

    @Override
    public PageProvider create(KeycloakSession session) {
        return () -> new HelpResource(session, facts(session));
    }

    /** The realm's own times, as the sign-in pages use them. */
    private static HelpFacts facts(KeycloakSession session) {
        RequiredActionConfigModel config =
                session.getContext().getRealm().getRequiredActionConfigByAlias(Factor.TEXT_MESSAGE.enrolAction());
        Map<String, String> settings = config == null || config.getConfig() == null ? Map.of() : config.getConfig();
        SmsPolicy policy = SmsPolicyReader.read(settings, gateway -> true).policy();
        return new HelpFacts(policy.resendWait(), policy.codeLife());
    }
}
