package dev.twostep.it.server;

import dev.twostep.server.KeycloakHome;
import dev.twostep.server.ShippedRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two nodes of one Keycloak: two distributions on loopback that share a PostgreSQL and, as nodes in production do, find
 * each other through it. Each speaks of itself by its own address, so a browser stays where it began.
 */
public final class Cluster implements AutoCloseable {

    private final Database database;
    private final List<LocalServer> nodes = new ArrayList<>();

    private Cluster(Database database) {
        this.database = database;
    }

    /** Whether the build has brought a database for this machine. */
    public static boolean hasDatabase() {
        return System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    }

    /** Returns when both are ready, with the shipped realm in them. */
    public static Cluster start() {
        Path folder = BuildFiles.target("cluster");
        try {
            Cluster cluster = new Cluster(Database.start(folder.resolve("postgres")));
            try {
                cluster.startNodes(folder);
            } catch (IOException | RuntimeException e) {
                cluster.close();
                throw e;
            }
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startNodes(Path folder) throws IOException {
        KeycloakHome first = KeycloakHome.copyOf(BuildFiles.distribution(), folder.resolve("node-1"));
        first.deleteData();
        first.install(BuildFiles.providers());
        first.offerRealm(ShippedRealm.NAME, ShippedRealm.json());
        add(first, folder);
        // Copied when the first has built itself, so that the second need not.
        add(first.twin(folder.resolve("node-2")), folder);
    }

    private void add(KeycloakHome home, Path folder) throws IOException {
        String name = String.format(Locale.ROOT, "node-%d", nodes.size() + 1);
        List<String> options = new ArrayList<>(database.options());
        options.addAll(List.of(
                // development mode would keep each node to itself
                "--cache=ispn",
                "--cache-stack=jdbc-ping",
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + FreePort.find(),
                "--metrics-enabled=true",
                "--log-level=" + System.getProperty("keycloak.cluster.log.level", "info")));
        nodes.add(LocalServer.start(home, options, folder.resolve(name + ".log")));
    }

    public URI first() {
        return nodes.get(0).url();
    }

    public URI second() {
        return nodes.get(1).url();
    }

    /** What the second node has logged; it says whom it has joined. */
    public Path secondLog() {
        return nodes.get(1).log();
    }

    @Override
    public void close() {
        nodes.forEach(LocalServer::close);
        database.close();
    }
}
