package dev.twostep.it.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A browser without a screen: it keeps cookies and follows redirects up to the client's door. Pages are values, so a
 * second tab is a second {@code start}, the back button is an older {@link Page}, and a race is {@link #atOnce}.
 */
public final class HttpLogin {

    private static final int MOST_REDIRECTS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    // Not java.net's cookie manager: it would keep Secure cookies back, which Keycloak also sets for http://localhost.
    private final Map<CookieId, String> cookies = new ConcurrentHashMap<>();
    private final OidcClient client;
    private boolean keepsBackupCodes = true;

    /** Two realms of one server set the same names for different paths. */
    private record CookieId(String path, String name) {

        boolean goesTo(URI uri) {
            return uri.getPath().startsWith(path);
        }
    }

    public HttpLogin(OidcClient client) {
        this.client = client;
    }

    /** Leaves the page that shows a new backup code to the test; else the code is kept at once, and the login goes on. */
    public HttpLogin seeingBackupCodes() {
        keepsBackupCodes = false;
        return this;
    }

    public Page start() {
        return start(Map.of());
    }

    /** @param extra as in {@link OidcClient#authorizationUrl(Map)} */
    public Page start(Map<String, String> extra) {
        return open(client.authorizationUrl(extra));
    }

    public Page open(URI uri) {
        return kept(follow(HttpRequest.newBuilder(uri).GET()));
    }

    /** Sends the page's form, with its hidden fields, filled in like this. */
    public Page submit(Page page, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(page.formFields());
        fields.putAll(typed);
        return post(page.formAction(), fields);
    }

    public Page post(URI action, Map<String, String> fields) {
        return kept(send(action, fields));
    }

    private Page kept(Page page) {
        return keepsBackupCodes && page.backupCode().isPresent()
                ? send(page.formActionOf("kept"), page.keepingBackupCode())
                : page;
    }

    private Page send(URI action, Map<String, String> fields) {
        return follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormBody.encode(fields))));
    }

    public void forgetCookies() {
        cookies.clear();
    }

    public void forgetCookies(String... names) {
        cookies.keySet().removeIf(cookie -> List.of(names).contains(cookie.name()));
    }

    /** As if an answer had set them, of which these are the headers. */
    public void takeCookies(List<String> headers) {
        headers.forEach(this::keep);
    }

    /** Does {@code n} things at the same moment and waits for all; {@code what} is given 0, 1, … {@code n - 1}. */
    public static <T> List<T> atOnce(int n, IntFunction<T> what) {
        ExecutorService threads = Executors.newFixedThreadPool(n);
        try {
            CyclicBarrier barrier = new CyclicBarrier(n);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int number = i;
                Callable<T> one = () -> {
                    barrier.await();
                    return what.apply(number);
                };
                futures.add(threads.submit(one));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of " + n + " at once failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Page follow(HttpRequest.Builder first) {
        HttpRequest.Builder request = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> response = send(request);
            String location = response.headers().firstValue("Location").orElse("");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return Page.of(response.statusCode(), response.uri(), response.body());
            }
            URI next = response.uri().resolve(location);
            if (next.toString().startsWith(client.callback().toString())) {
                return Page.backAt(next);
            }
            request = HttpRequest.newBuilder(next).GET();
        }
        throw new AssertionError("more than " + MOST_REDIRECTS + " redirects");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        URI uri = request.copy().build().uri();
        String header = cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().goesTo(uri))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!header.isEmpty()) {
            request.header("Cookie", header);
        }
        try {
            HttpResponse<String> response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        for (HttpCookie cookie : HttpCookie.parse("Set-Cookie: " + header)) {
            CookieId id = new CookieId(cookie.getPath() == null ? "/" : cookie.getPath(), cookie.getName());
            if (cookie.hasExpired()) {
                cookies.remove(id);
            } else {
                cookies.put(id, cookie.getValue());
            }
        }
    }
}
