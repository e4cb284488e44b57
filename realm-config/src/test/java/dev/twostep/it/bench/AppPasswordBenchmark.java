package dev.twostep.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.apppassword.AppPasswordMaker;
import dev.twostep.it.apppassword.MailApp;
import dev.twostep.it.server.BuildFiles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a temporary password costs, beside Keycloak's own ways on the same started server: the password grant as shipped and with the hashing turned down
 * to its cheapest, client credentials, and token introspection. The rounds of all take turns.
 */
@ServerTest
final class AppPasswordBenchmark {

    private static final int ROUNDS = Integer.getInteger("twostep.rounds", 7);
    private static final int EACH = 100;
    private static final int EACH_WITH_ARGON2 = 25;
    private static final int WORKERS = 2;
    private static final int MOST = 25;

    private static final double LEAST_TO_SHIPPED = 6;
    private static final double LEAST_TO_CHEAPEST = 0.9;
    private static final double LEAST_TO_INTROSPECTION = 0.7;
    private static final double LEAST_OF_MANY_TO_ONE = 0.95;

    @Test
    @DisplayName("Throughput of sign-ins without a page")
    void throughput(@FreshRealm Realm ours, @FreshRealm Realm shipped, @FreshRealm Realm cheapest) throws IOException {
        // Keycloak's protector refuses a user's next sign-in while it still writes down the last one
        for (Realm realm : List.of(ours, shipped, cheapest)) {
            realm.admin().change(json -> json.put("bruteForceProtected", false));
        }
        stock(shipped);
        stock(cheapest);
        cheapest.admin()
                .change(json -> json.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)"));
        List<Secret> one = people(() -> withPasswords(ours, 1));
        List<Secret> many = people(() -> withPasswords(ours, MOST));
        MailApp app = MailApp.demo(ours);
        List<JsonNode> tokens = one.stream()
                .map(secret -> app.tokens(secret.username(), secret.secret()))
                .toList();

        Throughput own = grants("Keycloak's password grant, as shipped", EACH_WITH_ARGON2, shipped);
        Throughput floor = grants("Keycloak's password grant, cheapest hash", EACH, cheapest);
        Throughput machine = new Throughput(
                "Keycloak's client credentials",
                WORKERS,
                EACH,
                worker -> ok(MailApp.demo(shipped).clientCredentials()));
        Throughput temporary = new Throughput("temporary password, one a user", WORKERS, EACH, granting(app, one));
        Throughput ofMany = new Throughput("temporary password, 25 a user", WORKERS, EACH, granting(app, many));
        Throughput introspection = new Throughput(
                "Keycloak's introspection",
                WORKERS,
                EACH,
                worker -> active(app.introspect(tokens.get(worker), "access_token")));
        Throughput verify = new Throughput(
                "verify",
                WORKERS,
                EACH,
                worker -> active(
                        app.verify(one.get(worker).username(), one.get(worker).secret())));
        List<Secret> plain = people(() -> plain(ours));
        Throughput wrong = refusals("refused: wrong account password", app, plain);
        Throughput unknown = refusals("refused: nobody of this name", app, people(() -> new Secret("nobody", "")));
        Throughput noSuch = refusals("refused: wrong temporary password", app, one);
        List<Throughput> all =
                List.of(own, floor, machine, temporary, ofMany, introspection, verify, wrong, unknown, noSuch);
        all.forEach(Throughput::warmUp);
        all.forEach(Throughput::warmUp);
        for (int round = 0; round < ROUNDS; round++) {
            all.forEach(Throughput::round);
        }
        report(
                all,
                temporary.ratioTo(own),
                temporary.ratioTo(floor),
                machine.ratioTo(own),
                verify.ratioTo(introspection),
                ofMany.ratioTo(temporary),
                unknown.ratioTo(wrong),
                noSuch.ratioTo(wrong));
    }

    private static void report(
            List<Throughput> all,
            double toShipped,
            double toCheapest,
            double machine,
            double verify,
            double many,
            double unknown,
            double noSuch)
            throws IOException {
        StringBuilder report = new StringBuilder(String.format(Locale.ROOT, "%d workers%n", WORKERS));
        all.forEach(one -> report.append(one).append(System.lineSeparator()));
        report.append(String.format(
                Locale.ROOT,
                "temporary password to Keycloak's grant as shipped %.2f (at least %.1f; client credentials %.2f)%n"
                        + "temporary password to Keycloak's grant with the cheapest hash %.2f (at least %.1f)%n"
                        + "verify to introspection %.2f (at least %.1f)%n25 passwords a user to one %.2f (at least %.2f)%n"
                        + "refusals, to a wrong account password's: unknown name %.2f, wrong temporary password %.2f%n",
                toShipped,
                LEAST_TO_SHIPPED,
                machine,
                toCheapest,
                LEAST_TO_CHEAPEST,
                verify,
                LEAST_TO_INTROSPECTION,
                many,
                LEAST_OF_MANY_TO_ONE,
                unknown,
                noSuch));
        System.out.println(report);
        Files.writeString(BuildFiles.target("benchmark").resolve("app-password.txt"), report);
        if (Boolean.getBoolean("benchmark.strict")) {
            assertThat(toShipped).isGreaterThanOrEqualTo(LEAST_TO_SHIPPED);
            assertThat(toCheapest).isGreaterThanOrEqualTo(LEAST_TO_CHEAPEST);
            assertThat(verify).isGreaterThanOrEqualTo(LEAST_TO_INTROSPECTION);
            assertThat(many).isGreaterThanOrEqualTo(LEAST_OF_MANY_TO_ONE);
        }
    }

    /** What an app sends. */
    private record Secret(String username, String secret) {}

    private static List<Secret> people(Supplier<Secret> making) {
        return IntStream.range(0, WORKERS).mapToObj(worker -> making.get()).toList();
    }

    private static Secret withPasswords(Realm realm, int number) {
        AppPasswordMaker maker = AppPasswordMaker.enrolled(realm);
        List<String> passwords = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            passwords.add(maker.make("app " + i));
        }
        return new Secret(maker.person().username(), passwords.get(number / 2));
    }

    private static Throughput grants(String name, int each, Realm realm) {
        return new Throughput(name, WORKERS, each, granting(MailApp.demo(realm), people(() -> plain(realm))));
    }

    private static Secret plain(Realm realm) {
        Person person = realm.newPerson();
        return new Secret(person.username(), person.password());
    }

    /** Always the same wrong text, which counts once and so locks nobody. */
    private static Throughput refusals(String name, MailApp app, List<Secret> people) {
        return new Throughput(name, WORKERS, EACH_WITH_ARGON2, worker -> {
            if (app.grant(people.get(worker).username(), "0000-0000-0000-0000-0000-0000")
                            .statusCode()
                    != 400) {
                throw new AssertionError("not refused");
            }
        });
    }

    private static IntConsumer granting(MailApp app, List<Secret> secrets) {
        return worker ->
                ok(app.grant(secrets.get(worker).username(), secrets.get(worker).secret()));
    }

    /** The same client, with Keycloak's own direct grant and without our mapper. */
    private static void stock(Realm realm) {
        realm.admin().change(json -> json.put("directGrantFlow", "direct grant"));
        realm.admin().changeClient(MailApp.DEMO_MAIL, client -> client.put("serviceAccountsEnabled", true));
        JsonNode client = realm.admin().client(MailApp.DEMO_MAIL);
        client.path("protocolMappers").forEach(mapper -> {
            if (mapper.path("protocolMapper").asText().startsWith("twostep")) {
                realm.admin()
                        .delete("/clients/" + client.path("id").asText() + "/protocol-mappers/models/"
                                + mapper.path("id").asText());
            }
        });
    }

    private static void ok(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
    }

    private static void active(JsonNode answer) {
        if (!answer.path("active").asBoolean()) {
            throw new AssertionError(answer);
        }
    }
}
