package dev.twostep.demo;

import dev.twostep.server.KeycloakHome;
import dev.twostep.server.KeycloakProcess;
import dev.twostep.server.ShippedRealm;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts a Keycloak with Twostep in it and keeps it until Ctrl-C. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DemoOptions options;
    private final Screen screen;

    private Demo(DemoOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Screen screen = new Screen(System.out);
        try {
            new Demo(DemoOptions.fromSystemProperties(), screen).run();
        } catch (DemoException e) {
            screen.complain(e.getMessage());
            // Rather than Maven's page about an exception that nobody made a mistake to get.
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        FreePort.check(options.host(), options.port());
        Path lock = Files.createDirectories(options.home()).resolve("lock");
        try (FileChannel one = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (one.tryLock() == null) {
                throw new DemoException("This demo is running already, in another terminal: its data is in use.");
            }
            serve(prepare());
        }
    }

    private KeycloakHome prepare() throws IOException {
        String version = String.valueOf(options.distribution().getFileName());
        screen.say("Preparing " + options.home().resolve(version) + " …");
        KeycloakHome home =
                KeycloakHome.copyOf(options.distribution(), options.home().resolve(version));
        List<Path> jars = KeycloakHome.jarsIn(options.providers());
        boolean changed = home.install(jars);
        jars.forEach(jar -> screen.say("  providers/" + jar.getFileName()));
        screen.say(changed ? "Jars installed; Keycloak will build itself around them." : "Jars are as last time.");
        screen.say(
                home.hasData()
                        ? "Keeping the realm and the users of last time."
                        : "Keycloak will create its database and import the realm " + ShippedRealm.NAME + ".");
        home.offerRealm(ShippedRealm.NAME, ShippedRealm.json());
        return home;
    }

    private void serve(KeycloakHome home) throws IOException, InterruptedException {
        Path log = options.home().resolve("keycloak.log");
        screen.say("Starting Keycloak; the first time takes about a minute. Its log: " + log);
        int httpPort = isSecure() ? FreePort.any() : options.port();
        KeycloakProcess keycloak = KeycloakProcess.start(home, arguments(httpPort), log);
        AtomicBoolean stopping = new AtomicBoolean();
        Thread stop = new Thread(() -> {
            stopping.set(true);
            screen.say("Stopping Keycloak …");
            keycloak.close();
            screen.say("Stopped. Start again with ./mvnw -Pdemo; the data is in " + options.home());
        });
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            keycloak.awaitReady(
                    URI.create("http://" + options.host() + ":" + httpPort + "/realms/" + ShippedRealm.NAME),
                    PATIENCE,
                    new Milestones(log, screen)::look);
        } catch (IllegalStateException e) {
            throw new DemoException(e.getMessage() + "\n\nAll of it is in " + log);
        }
        screen.box(invitation());
        int status = keycloak.waitFor();
        if (stopping.get()) {
            // The JVM is about to end. Until then Maven has nothing to add.
            new CountDownLatch(1).await();
        }
        throw new DemoException("Keycloak ended by itself, with status " + status + ". What it said is in " + log);
    }

    private List<String> arguments(int httpPort) {
        List<String> arguments = new ArrayList<>(
                List.of("start-dev", "--import-realm", "--http-host=" + options.host(), "--http-port=" + httpPort));
        if (isSecure()) {
            arguments.addAll(List.of(
                    "--https-port=" + options.port(),
                    "--https-certificate-file=" + options.certificate(),
                    "--https-certificate-key-file=" + options.key(),
                    "--hostname=" + url()));
        }
        return List.copyOf(arguments);
    }

    private boolean isSecure() {
        return options.certificate() != null;
    }

    private List<String> invitation() {
        String realm = url() + "/realms/" + ShippedRealm.NAME;
        return List.of(
                "Twostep is ready.",
                "",
                "Your account     " + realm + "/account",
                "                 as ada / ada-password",
                "Text messages    " + realm + "/twostep/outbox",
                "Phone app        " + realm + "/twostep/phone/",
                isSecure()
                        ? "                 on any phone that knows " + options.host() + " and trusts its certificate"
                        : "                 in a second window here; real phones need HTTPS, see README",
                "Admin console    " + url() + "/admin",
                "                 as admin / admin",
                "",
                "Ctrl-C stops it. The data stays in " + options.home(),
                "To start afresh, delete that folder.");
    }

    private String url() {
        return (isSecure() ? "https://" : "http://") + options.host() + ":" + options.port();
    }
}
