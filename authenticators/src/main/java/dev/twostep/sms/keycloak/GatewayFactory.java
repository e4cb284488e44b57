package dev.twostep.sms.keycloak;

import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SmsGateway;
import dev.twostep.sms.http.HttpLine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Makes a gateway of settings, for each use anew: that costs little, and a changed vault entry holds at once. What
 * comes out keeps no session, so that another thread may send. Settings that do not suffice make a gateway that refuses.
 */
abstract class GatewayFactory implements SmsGatewayProviderFactory, ServerInfoAwareProviderFactory {

    private static final Logger LOG = Logger.getLogger(GatewayFactory.class);

    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private Config.Scope options = Config.scope(SmsGatewaySpi.NAME);

    /** Opened at the first use: {@link #init} also runs while the server is built. */
    private static final class Line {

        static final HttpLine SHARED = new HttpLine(Duration.ofSeconds(2), Duration.ofSeconds(5), new SecureRandom());
    }

    /** @throws IllegalArgumentException if the settings do not suffice; the message begins with a key, without values */
    protected abstract SmsGateway gateway(GatewaySettings settings, HttpLine line);

    @Override
    public final void init(Config.Scope scope) {
        options = scope;
    }

    @Override
    public final SmsGatewayProvider create(KeycloakSession session) {
        GatewaySettings settings = GatewaySettings.inRealm(session, getId(), options);
        String realm = name(session.getContext().getRealm());
        try {
            return gateway(settings, Line.SHARED)::send;
        } catch (IllegalArgumentException e) {
            sayOnce(settings.anything() ? Logger.Level.WARN : Logger.Level.INFO, realm, e.getMessage());
            return message -> new SendOutcome.Refused(Refusal.MISCONFIGURED, "settings");
        } finally {
            settings.ignored()
                    .forEach(key -> sayOnce(
                            Logger.Level.WARN,
                            realm,
                            key + ": ignored in the realm, where only ${vault.…} is accepted"));
        }
    }

    @Override
    public final Optional<String> problem(KeycloakSession session, Map<String, String> settings) {
        return problem(GatewaySettings.inRealm(session, getId(), options, settings));
    }

    /** Whether the server options suffice; never what they are. */
    @Override
    public final Map<String, String> getOperationalInfo() {
        return Map.of("configured", problem(GatewaySettings.onServer(options)).isEmpty() ? "yes" : "no");
    }

    private Optional<String> problem(GatewaySettings settings) {
        try {
            gateway(settings, Line.SHARED);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Not at every text: a realm may send many. */
    private void sayOnce(Logger.Level level, String realm, String what) {
        if (said.add(realm + " " + what)) {
            LOG.logf(level, "TWOSTEP-SMS-4: gateway %s of realm %s: %s", getId(), realm, what);
        }
    }

    private static String name(@Nullable RealmModel realm) {
        return realm == null ? "-" : realm.getName();
    }
}
