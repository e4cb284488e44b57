package dev.twostep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The jar as it is shipped: nothing foreign in it, nothing missing from it. */
final class ShadedJarIT {

    private static final Path JAR = Path.of(System.getProperty("twostep.jar"));
    private static final long MEGABYTE = 1_000_000;

    private static final Pattern CLASS_PATH = Pattern.compile(Pattern.quote(File.pathSeparator));

    /** Of all that Keycloak brings, what the shaded code needs. */
    private static final Pattern FROM_KEYCLOAK = Pattern.compile(
            ".*(jackson-(core|databind|annotations|datatype-jsr310)" + "|slf4j-api|jboss-logging)-[0-9][^/]*\\.jar");

    @Test
    @DisplayName("K1: every class in the jar is in a package of ours, so that it meets none of Keycloak's")
    void packages() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .allMatch(name -> name.startsWith("dev/twostep/")
                            || name.startsWith("META-INF/")
                            || name.startsWith("theme-resources/"))
                    .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/licenses/twilio-java.txt")
                    .contains("META-INF/beans.xml")
                    .anyMatch(name -> name.endsWith("/phonenumbers/data/PhoneNumberMetadataProto_IN"));
        }
    }

    @Test
    @DisplayName("K1: the jar stays small")
    void size() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(3 * MEGABYTE);
    }

    @Test
    @DisplayName(
            "K1: with Keycloak's libraries beside it and nothing else, it reads a number and sends a text by Twilio")
    void sends() throws Exception {
        CompletableFuture<String> received = new CompletableFuture<>();
        HttpServer twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        twilio.createContext("/", exchange -> {
            received.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer =
                    "{\"sid\":\"SM1\",\"status\":\"accepted\",\"date_created\":\"Thu, 24 Aug 2023 05:01:45 +0000\"}"
                            .getBytes(UTF_8);
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        twilio.start();
        try (URLClassLoader keycloak = new URLClassLoader(shipped(), ClassLoader.getPlatformClassLoader())) {
            Object outcome =
                    probe(keycloak, "http://127.0.0.1:" + twilio.getAddress().getPort());
            assertThat(outcome).isEqualTo("Accepted[messageId=SM1]");
            assertThat(received.get(1, TimeUnit.SECONDS)).contains("To=%2B919876543210");
        } finally {
            twilio.stop(0);
        }
    }

    private static Object probe(ClassLoader keycloak, String url) throws ReflectiveOperationException {
        return Class.forName("dev.twostep.probe.TwilioProbe", true, keycloak)
                .getMethod("send", String.class, String.class)
                .invoke(null, "098765 43210", url);
    }

    private static URL[] shipped() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(JAR.toUri().toURL());
        for (String part : CLASS_PATH.split(System.getProperty("java.class.path"), -1)) {
            if (FROM_KEYCLOAK.matcher(part).matches()) {
                urls.add(Path.of(part).toUri().toURL());
            }
        }
        // Only for the probe: on the class path it would bring all test classes, but these are not loaded.
        urls.add(Path.of("target", "test-classes").toUri().toURL());
        return urls.toArray(URL[]::new);
    }
}
