package dev.twostep.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.phone.ImportedPhone;
import dev.twostep.it.phone.Phone;
import dev.twostep.it.phone.PhoneLogin;
import dev.twostep.it.server.BuildFiles;
import dev.twostep.it.server.KeycloakRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Browsers that wait for a phone, a thousand at a time on one node: what they cost others, and how soon each of them goes on.
 * {@code -Dbenchmark.waiting=} says how many; with {@code -Dbenchmark.strict=true} too large a figure fails.
 */
@ServerTest
final class WaitingBenchmark {

    private static final int WAITING = Integer.getInteger("benchmark.waiting", 1_000);
    private static final int ROUNDS = 4;
    private static final int SIGN_INS = 40;
    private static final int APPROVALS = 15;
    private static final int WARM_UP = 60;
    private static final int MAKERS = 4;

    private static final double MOST_TO_ALONE = 1.2;
    private static final int MOST_THREADS = 16;
    private static final double MOST_MILLIS_AMONG_MANY = 2_000;
    private static final double MOST_MILLIS_ALONE = 1_000;

    @Test
    @DisplayName("P5: a thousand waiting browsers slow nobody down, take no threads, and go on within two seconds")
    void waiting(@FreshRealm Realm realm, KeycloakRuntime server) throws IOException, InterruptedException {
        realm.admin().change(json -> json.put("bruteForceProtected", false)
                .put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)"));
        realm.admin().configureRequiredAction("twostep-pair-phone-app", Map.of("requestLifeSeconds", "540"));
        Person other = realm.newPerson();
        Person owner = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, owner);
        for (int i = 0; i < WARM_UP; i++) {
            signIn(realm, other);
        }
        List<URI> waits = waitingPages(realm);

        Sample alone = new Sample("sign-ins alone");
        Sample among = new Sample("… among " + WAITING);
        Sample approvedAlone = new Sample("going on alone");
        Sample approvedAmong = new Sample("… among " + WAITING);
        int threadsAlone = 0;
        int threadsAmong = 0;
        for (int round = 0; round < ROUNDS; round++) {
            threadsAlone = Math.max(threadsAlone, measure(realm, other, owner, phone, alone, approvedAlone, server));
            try (Waiters waiters = new Waiters(waits)) {
                threadsAmong =
                        Math.max(threadsAmong, measure(realm, other, owner, phone, among, approvedAmong, server));
                assertThat(waiters.failures()).isZero();
            }
        }
        report(alone, among, approvedAlone, approvedAmong, threadsAlone, threadsAmong);
    }

    /** @return the server's threads at the end */
    private static int measure(
            Realm realm,
            Person other,
            Person owner,
            Phone phone,
            Sample signIns,
            Sample approvals,
            KeycloakRuntime server)
            throws IOException, InterruptedException {
        for (int i = 0; i < SIGN_INS; i++) {
            signIns.add(signIn(realm, other));
        }
        for (int i = 0; i < APPROVALS; i++) {
            approvals.add(approve(realm, owner, phone));
        }
        return threads(server);
    }

    private static Duration signIn(Realm realm, Person person) {
        HttpLogin http = new HttpLogin(realm.demoWeb());
        long from = System.nanoTime();
        http.submit(http.start(), person.login()).authorizationCode();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** From the phone's answer to the moment at which the page that waits is told. */
    private static Duration approve(Realm realm, Person owner, Phone phone) throws IOException, InterruptedException {
        PhoneLogin login = new PhoneLogin(realm);
        Page page = login.password(owner);
        JsonNode request = phone.newest();
        var waiting = HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(waitUrl(page)).build(), BodyHandlers.ofString());
        phone.approve(request, PhoneLogin.number(page)).ok();
        long from = System.nanoTime();
        waiting.join();
        Duration taken = Duration.ofNanos(System.nanoTime() - from);
        login.press(page, "continue").authorizationCode();
        return taken;
    }

    private static List<URI> waitingPages(Realm realm) {
        return HttpLogin.atOnce(MAKERS, maker -> {
                    List<URI> made = new ArrayList<>();
                    for (int i = maker; i < WAITING; i += MAKERS) {
                        Person person = realm.newPerson();
                        ImportedPhone.of(realm, person);
                        made.add(waitUrl(new PhoneLogin(realm).password(person)));
                    }
                    return made;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static URI waitUrl(Page page) {
        String address = page.html().select("[data-twostep-ask]").attr("data-twostep-ask");
        assertThat(address).as("%s", page).isNotEmpty();
        return page.uri().resolve(address);
    }

    private static int threads(KeycloakRuntime server) throws IOException, InterruptedException {
        String metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.management() + "/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("jvm_threads_live_threads "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static void report(
            Sample alone, Sample among, Sample approvedAlone, Sample approvedAmong, int threadsAlone, int threadsAmong)
            throws IOException {
        double ratio = among.milliseconds(95) / alone.milliseconds(95);
        String report = String.format(
                Locale.ROOT,
                "%s%n%s%nratio of p95 %.2f (at most %.1f)%n%s (at most %.0f ms)%n%s (at most %.0f ms)%nthreads of the server %d and %d"
                        + " (at most %d more)%n",
                alone,
                among,
                ratio,
                MOST_TO_ALONE,
                approvedAlone,
                MOST_MILLIS_ALONE,
                approvedAmong,
                MOST_MILLIS_AMONG_MANY,
                threadsAlone,
                threadsAmong,
                MOST_THREADS);
        System.out.println(report);
        Files.writeString(BuildFiles.target("benchmark").resolve("waiting.txt"), report);
        if (Boolean.getBoolean("benchmark.strict")) {
            assertThat(ratio).isLessThanOrEqualTo(MOST_TO_ALONE);
            assertThat(threadsAmong - threadsAlone).isLessThanOrEqualTo(MOST_THREADS);
            assertThat(approvedAlone.milliseconds(95)).isLessThanOrEqualTo(MOST_MILLIS_ALONE);
            assertThat(approvedAmong.milliseconds(95)).isLessThanOrEqualTo(MOST_MILLIS_AMONG_MANY);
        }
    }
}
