package dev.twostep.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What the tests of a run have in common, started when the first of them asks for it. JUnit closes it after the last. */
final class Shared implements AutoCloseable {

    private static final Namespace OURS = Namespace.create(Shared.class);

    private final Once<Suite> suite = new Once<>(Suite::new, Suite::close);
    private final Once<ClusterSuite> cluster = new Once<>(ClusterSuite::new, ClusterSuite::close);

    static Shared of(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
    }

    Once<Suite> suite() {
        return suite;
    }

    Once<ClusterSuite> cluster() {
        return cluster;
    }

    @Override
    public void close() {
        cluster.close();
        suite.close();
    }
}
