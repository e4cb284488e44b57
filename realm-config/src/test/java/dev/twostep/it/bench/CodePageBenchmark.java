package dev.twostep.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.server.BuildFiles;
import dev.twostep.it.server.FakeHttpGateway;
import dev.twostep.it.sms.TextLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * From the password to the code page, with a gateway that answers at once and one that takes five seconds, in turns.
 * {@code -Dbenchmark.logins=} says how many of each; with {@code -Dbenchmark.strict=true} too large a ratio fails.
 */
@ServerTest
final class CodePageBenchmark {

    private static final int LOGINS = Integer.getInteger("benchmark.logins", 100);
    private static final int WARM_UP = 20;
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final double MOST = 1.1;

    @Test
    @DisplayName("K4: a gateway that takes five seconds delays no page")
    void codePage(@FreshRealm Realm realm, FakeHttpGateway gateway) throws IOException {
        policy(realm, "outbox");
        List<Person> people = enrolled(realm, WARM_UP + 2 * LOGINS);
        policy(realm, "http");
        for (Person person : people.subList(0, WARM_UP)) {
            signIn(realm, person);
        }
        Sample fast = new Sample("gateway of 0 s");
        Sample slow = new Sample("gateway of " + SLOW.toSeconds() + " s");
        for (int i = 0; i < 2 * LOGINS; i++) {
            Person person = people.get(WARM_UP + i);
            // 0 5 5 0 0 5 5 0 …: neither side always comes second.
            boolean slowly = i % 4 == 1 || i % 4 == 2;
            if (slowly) {
                gateway.delay(person.phone(), SLOW);
            }
            (slowly ? slow : fast).add(signIn(realm, person));
        }
        report(fast, slow);
    }

    private static List<Person> enrolled(Realm realm, int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Person person = realm.newPerson();
            new TextLogin(realm).enrol(person);
            people.add(person);
        }
        return people;
    }

    private static Duration signIn(Realm realm, Person person) {
        HttpLogin http = new HttpLogin(realm.demoWeb());
        Page password = http.start();
        long from = System.nanoTime();
        Page code = http.submit(password, person.login());
        Duration taken = Duration.ofNanos(System.nanoTime() - from);
        assertThat(code.asksFor("code")).as("%s", code).isTrue();
        return taken;
    }

    private static void policy(Realm realm, String gateways) {
        realm.admin()
                .configureRequiredAction(
                        "twostep-add-phone", Map.of("gateways", gateways, "textsPerAddressAndHour", "100000"));
    }

    private static void report(Sample fast, Sample slow) throws IOException {
        double p50 = slow.milliseconds(50) / fast.milliseconds(50);
        double p95 = slow.milliseconds(95) / fast.milliseconds(95);
        String report = String.format(
                Locale.ROOT,
                "From the password to the code page:%n%s%n%s%nratio            p50 %.2f  p95 %.2f%n",
                fast,
                slow,
                p50,
                p95);
        System.out.println(report);
        Files.writeString(BuildFiles.target("benchmark").resolve("code-page.txt"), report);
        if (Boolean.getBoolean("benchmark.strict")) {
            assertThat(p95).as("ratio of p95").isLessThanOrEqualTo(MOST);
        }
    }
}
