package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.SendQueue;
import dev.twostep.keycloak.UnsafePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Keeps what lives as long as the server: the queue of texts, and the task that throws old codes away. */
public final class SmsProviderFactory implements ProviderFactory<SmsProvider>, ServerInfoAwareProviderFactory {

    private static final String QUEUE_SIZE = "queue-size";
    private static final String THREADS = "threads";
    private static final int DEFAULT_QUEUE_SIZE = 500;
    private static final int DEFAULT_THREADS = 16;

    private int queueSize = DEFAULT_QUEUE_SIZE;
    private int threads = DEFAULT_THREADS;
    private final UnsafePolicy unsafe = new UnsafePolicy(AddPhoneActionFactory.ID);
    private @Nullable SendQueue queue;

    @Override
    public SmsProvider create(KeycloakSession session) {
        return new SmsProvider(session, queue(), unsafe);
    }

    @Override
    public void init(Config.Scope config) {
        queueSize = config.getInt(QUEUE_SIZE, DEFAULT_QUEUE_SIZE);
        threads = config.getInt(THREADS, DEFAULT_THREADS);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        new TextCodeCleanup().schedule(factory);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(QUEUE_SIZE)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("Texts of one node that may wait for a gateway; more are refused and offered again at once.")
                .defaultValue(DEFAULT_QUEUE_SIZE)
                .add()
                .property()
                .name(THREADS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("Texts of one node that are handed to gateways at the same time.")
                .defaultValue(DEFAULT_THREADS)
                .add()
                .build();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("texts waiting on this node", String.valueOf(queue().waiting()));
        info.putAll(unsafe.operationalInfo());
        return info;
    }

    @Override
    public synchronized void close() {
        if (queue != null) {
            queue.close();
        }
    }

    @Override
    public String getId() {
        return "default";
    }

    /** Made at first use: factories are also loaded while the server is being built, where no thread may be left behind. */
    private synchronized SendQueue queue() {
        if (queue == null) {
            queue = new SendQueue("twostep-sms", threads, queueSize);
        }
        return queue;
    }
}
