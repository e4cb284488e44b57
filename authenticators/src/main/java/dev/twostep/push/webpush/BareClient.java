package dev.twostep.push.webpush;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.HttpConnectionFactory;
import org.apache.http.conn.ManagedHttpClientConnection;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.DefaultManagedHttpClientConnection;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/**
 * An HTTP client that does only what it is told: no redirects, no proxy, no cookies, no authentication, no second try. HttpClient's
 * minimal client is that, while its usual one would have to be talked out of each of these.
 */
final class BareClient {

    private static final int CONNECTIONS = 32;
    /** There are few push services, and nearly all phones are at two of them. */
    private static final int CONNECTIONS_TO_ONE = 16;

    /** So long a connection is kept: then the name is looked up again. */
    private static final long KEPT_SECONDS = 60;
    /** After this pause a connection is tried out before it is used, as a request is not sent again when it turns out to be dead. */
    private static final int TRUSTED_MILLIS = 500;

    /** HttpClient has no bounds by itself. */
    private static final MessageConstraints SHORT_HEADERS = MessageConstraints.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(8_192)
            .build();

    private BareClient() {}

    static CloseableHttpClient https(HostResolver names, SSLContext tls) {
        return client(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("https", overTls(tls))
                        .build(),
                names);
    }

    static CloseableHttpClient httpAndHttps(HostResolver names, SSLContext tls) {
        return client(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("https", overTls(tls))
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .build(),
                names);
    }

    private static CloseableHttpClient client(Registry<ConnectionSocketFactory> sockets, HostResolver names) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                sockets, new SilentConnections(), null, names::resolve, KEPT_SECONDS, TimeUnit.SECONDS);
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS_TO_ONE);
        connections.setValidateAfterInactivity(TRUSTED_MILLIS);
        return HttpClients.createMinimal(connections);
    }

    private static ConnectionSocketFactory overTls(SSLContext tls) {
        return new SSLConnectionSocketFactory(tls, new DefaultHostnameVerifier());
    }

    static void close(CloseableHttpClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** HttpClient's own connections write every byte into the log if a server logs at its finest: endpoints, and our token. */
    private static final class SilentConnections
            implements HttpConnectionFactory<HttpRoute, ManagedHttpClientConnection> {

        private static final int BUFFER_BYTES = 8 * 1024;

        private final AtomicLong count = new AtomicLong();

        @Override
        public ManagedHttpClientConnection create(HttpRoute route, ConnectionConfig config) {
            return new DefaultManagedHttpClientConnection(
                    "web-push-" + count.incrementAndGet(),
                    BUFFER_BYTES,
                    BUFFER_BYTES,
                    null,
                    null,
                    SHORT_HEADERS,
                    null,
                    null,
                    null,
                    null);
        }
    }
}
