package dev.twostep.push.keycloak;

import dev.twostep.keycloak.PushProvider;
import dev.twostep.keycloak.PushProviderFactory;
import dev.twostep.keycloak.SendQueue;
import dev.twostep.keycloak.Source;
import dev.twostep.push.webpush.EndpointRules;
import dev.twostep.push.webpush.Vapid;
import dev.twostep.push.webpush.VapidKey;
import dev.twostep.push.webpush.WebPushLine;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Makes the {@link Push}; keeps the threads and connections that wake phones. */
public final class PushFactory implements PushProviderFactory, ServerInfoAwareProviderFactory {

    private static final String SUBJECT = "subject";
    private static final String ORIGINS = "push-services";
    private static final String ONLY = "only-these-push-services";
    private static final String DEFAULT_SUBJECT = "mailto:twostep@example.invalid";
    private static final int THREADS = 8;
    private static final int QUEUE = 500;

    private String subject = DEFAULT_SUBJECT;
    private List<String> origins = List.of();
    private boolean only;
    private @Nullable KeycloakSessionFactory factory;
    private @Nullable Waker waker;

    @Override
    public PushProvider create(KeycloakSession session) {
        return new Push(session, waker());
    }

    @Override
    public void init(Config.Scope config) {
        subject = config.get(SUBJECT, DEFAULT_SUBJECT);
        String listed = config.get(ORIGINS, "");
        origins = Arrays.stream(listed.split("[,\\s]+", -1))
                .filter(origin -> !origin.isEmpty())
                .toList();
        only = config.getBoolean(ONLY, false);
        // a wrong setting stops the server here, and not the first sign-in
        rules();
        Vapid unused = new Vapid(VapidKey.generate(new SecureRandom()), subject, Source.CLOCK);
        Objects.requireNonNull(unused);
    }

    private EndpointRules rules() {
        return EndpointRules.of("spi-twostep-push--default--" + ORIGINS, origins, only);
    }

    @Override
    public void postInit(KeycloakSessionFactory sessions) {
        factory = sessions;
        new LoginRequestCleanup().schedule(sessions);
    }

    /** Made at first use: factories are also loaded while the server is being built, where no thread may be left behind. */
    private synchronized Waker waker() {
        if (waker == null) {
            waker = new Waker(
                    Objects.requireNonNull(factory),
                    new WebPushLine(rules()),
                    subject,
                    new SendQueue("twostep-push", THREADS, QUEUE));
        }
        return waker;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(SUBJECT)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(
                        "A mailto: or https: address by which push services reach whoever runs this server (RFC 8292).")
                .defaultValue(DEFAULT_SUBJECT)
                .add()
                .property()
                .name(ORIGINS)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(
                        "Origins of push services of your own, such as https://push.example.org, separated by commas; they need not"
                                + " have public addresses.")
                .defaultValue("")
                .add()
                .property()
                .name(ONLY)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .helpText("Whether phones may be woken by these push services only.")
                .defaultValue(false)
                .add()
                .build();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return PushPolicies.UNSAFE.operationalInfo();
    }

    @Override
    public synchronized void close() {
        if (waker != null) {
            waker.close();
        }
    }

    @Override
    public String getId() {
        return "default";
    }
}
