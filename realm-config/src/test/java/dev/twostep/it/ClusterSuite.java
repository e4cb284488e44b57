package dev.twostep.it;

import dev.twostep.it.admin.Admin;
import dev.twostep.it.login.DemoWeb;
import dev.twostep.it.server.Cluster;
import dev.twostep.server.ShippedRealm;
import java.net.URI;

/** What there is once for all tests on two nodes. */
final class ClusterSuite implements AutoCloseable {

    private final DemoWeb demoWeb = DemoWeb.start();
    private final Cluster cluster = Cluster.start();
    private final Admin first = new Admin(cluster.first());
    private final Admin second = new Admin(cluster.second());

    ClusterSuite() {
        Suite.relax(first.realm(ShippedRealm.NAME));
    }

    Cluster cluster() {
        return cluster;
    }

    TwoNodes shippedRealm() {
        return realm(ShippedRealm.NAME);
    }

    TwoNodes newRealm() {
        return realm(Suite.importCopy(first));
    }

    private TwoNodes realm(String name) {
        return new TwoNodes(at(cluster.first(), first, name), at(cluster.second(), second, name));
    }

    private Realm at(URI node, Admin admin, String name) {
        return new Realm(node, name, admin.realm(name), demoWeb);
    }

    @Override
    public void close() {
        cluster.close();
        demoWeb.close();
    }
}
