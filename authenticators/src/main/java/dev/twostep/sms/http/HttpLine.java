package dev.twostep.sms.http;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLHandshakeException;

/**
 * One HTTP exchange with a gateway, in bounded time. There is one further try, and only if the first one surely did
 * nothing: no connection came about, or the gateway answered 429. Handing over a message is not idempotent, so neither
 * a server error nor silence is ever tried again.
 */
public final class HttpLine {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final HttpClient client;
    private final Duration total;
    private final RandomGenerator random;

    /**
     * @param connect how long one connection may take to come about
     * @param total   how long the whole exchange may take, the further try included
     * @param random  spreads the further tries of many callers
     */
    public HttpLine(Duration connect, Duration total, RandomGenerator random) {
        // HTTP/1.1, because there a request that was not answered is known to have been sent at most once.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
        this.total = total;
        this.random = random;
    }

    public HttpAnswer exchange(HttpRequest request) {
        long deadline = System.nanoTime() + total.toNanos();
        HttpAnswer first = once(request, deadline);
        if (!didNothing(first)) {
            return first;
        }
        long pause = TimeUnit.MILLISECONDS.toNanos(random.nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
        if (deadline - System.nanoTime() <= pause) {
            return first;
        }
        LockSupport.parkNanos(pause);
        return once(request, deadline);
    }

    private static boolean didNothing(HttpAnswer answer) {
        return answer instanceof HttpAnswer.NotReached
                || (answer instanceof HttpAnswer.Answered answered && answered.status() == TOO_MANY_REQUESTS);
    }

    private HttpAnswer once(HttpRequest request, long deadline) {
        ShortBody body = new ShortBody();
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArrayConsumer(body));
        try {
            // Not HttpRequest.timeout(): it stops counting at the headers, and a body can drip for ever.
            int status = answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .statusCode();
            return new HttpAnswer.Answered(status, body.text());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new HttpAnswer.Silence("timeout");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new HttpAnswer.Silence("interrupted");
        } catch (ExecutionException e) {
            return failure(e.getCause());
        }
    }

    private static HttpAnswer failure(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return new HttpAnswer.NotReached("connect-timeout");
        }
        if (cause instanceof ConnectException) {
            return new HttpAnswer.NotReached("connect-refused");
        }
        if (cause instanceof SSLHandshakeException) {
            return new HttpAnswer.NotReached("tls");
        }
        return new HttpAnswer.Silence("broken");
    }
}
