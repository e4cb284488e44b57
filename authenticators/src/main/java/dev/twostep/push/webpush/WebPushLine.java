package dev.twostep.push.webpush;

import dev.twostep.push.EndpointCheck;
import dev.twostep.push.PushOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.ssl.SSLContexts;
import org.apache.http.util.EntityUtils;

/**
 * The way to push services, for all realms of a server. Addresses that strangers gave are called here, so each is checked (attack 30),
 * and an answer can neither lead elsewhere, nor take long, nor fill the memory.
 *
 * <p>It goes straight to them. A proxy would look the name up again, where nobody checks the address.
 */
public final class WebPushLine implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TOTAL = Duration.ofSeconds(5);

    private final EndpointRules rules;
    private final HostResolver publicNames;
    private final CloseableHttpClient publicClient;
    private final CloseableHttpClient trustedClient;
    private final RequestConfig config;
    private final Deadline deadline;
    /** Of its own: a phone can name hosts whose name servers never answer, and must not keep others from being woken. */
    private final Deadline checking;

    public WebPushLine(EndpointRules rules) {
        this(rules, InetAddress::getAllByName, SSLContexts.createDefault(), CONNECT, TOTAL);
    }

    /**
     * @param connect how long a connection to one address may take to come about
     * @param total   how long anything may take
     */
    WebPushLine(EndpointRules rules, HostResolver names, SSLContext tls, Duration connect, Duration total) {
        this.rules = rules;
        this.publicNames = new PublicResolver(names);
        // Two, because whether an address has to be public depends on the port too, of which a resolver is not told.
        this.publicClient = BareClient.https(publicNames, tls);
        this.trustedClient = BareClient.httpAndHttps(names, tls);
        this.config = RequestConfig.custom()
                .setConnectTimeout(Math.toIntExact(connect.toMillis()))
                .setConnectionRequestTimeout(Math.toIntExact(total.toMillis()))
                .setSocketTimeout(Math.toIntExact(total.toMillis()))
                .setNormalizeUri(false) // the endpoint is the push service's own, to the letter
                .build();
        this.deadline = new Deadline(total);
        this.checking = new Deadline(total);
    }

    /** Where this endpoint is, or empty if nothing is ever sent there. */
    Optional<Destination> destination(URI endpoint) {
        return rules.destination(endpoint);
    }

    /** Whether {@link #post} would call this endpoint now. */
    EndpointCheck check(URI endpoint) {
        return destination(endpoint)
                .map(destination -> destination.trusted()
                        ? EndpointCheck.ALLOWED
                        : checking.run(() -> lookUp(destination.origin().host()), () -> {}, EndpointCheck.UNRESOLVED))
                .orElse(EndpointCheck.FORBIDDEN);
    }

    private EndpointCheck lookUp(String host) {
        try {
            publicNames.resolve(host);
            return EndpointCheck.ALLOWED;
        } catch (PublicResolver.NotPublic e) {
            return EndpointCheck.FORBIDDEN;
        } catch (UnknownHostException e) {
            return EndpointCheck.UNRESOLVED;
        }
    }

    /** One request, sent once. */
    PushOutcome post(Destination to, URI endpoint, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(endpoint);
        request.setConfig(config);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body));
        return deadline.run(() -> exchange(to, request), request::abort, PushOutcome.UNREACHABLE);
    }

    private PushOutcome exchange(Destination to, HttpPost request) {
        CloseableHttpClient client = to.trusted() ? trustedClient : publicClient;
        Origin origin = to.origin();
        HttpHost host = new HttpHost(origin.host(), origin.port(), origin.scheme());
        try (CloseableHttpResponse response = client.execute(host, request)) {
            keepIfEmpty(response.getEntity());
            return WebPushStatus.outcome(response.getStatusLine().getStatusCode());
        } catch (PublicResolver.NotPublic e) {
            return PushOutcome.FORBIDDEN;
        } catch (IOException e) {
            return PushOutcome.UNREACHABLE; // its message may have the address in it
        }
    }

    /** The status says all, so a body is not read: closing the response closes its connection. Without one, the connection is kept. */
    private static void keepIfEmpty(HttpEntity body) {
        if (body != null && body.getContentLength() == 0) {
            EntityUtils.consumeQuietly(body);
        }
    }

    @Override
    public void close() {
        deadline.close();
        checking.close();
        BareClient.close(publicClient);
        BareClient.close(trustedClient);
    }
}
