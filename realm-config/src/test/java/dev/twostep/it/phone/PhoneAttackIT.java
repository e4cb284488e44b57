package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not work, by the numbers of the attacks that docs/security.md lists. */
@ServerTest
final class PhoneAttackIT {

    private final Realm realm;

    PhoneAttackIT(Realm realm) {
        this.realm = realm;
    }

    @Test
    @DisplayName(
            "Attack 16: a request is worth nothing to another account's phone, with another request's number, or for another browser")
    void anothers() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        Person other = realm.newPerson();
        Phone othersPhone = PhoneLogin.paired(realm, other);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        PhoneLogin othersLogin = new PhoneLogin(realm);
        Page othersWaiting = othersLogin.password(other);
        JsonNode request = phone.newest();

        assertThat(othersPhone.approve(request, PhoneLogin.number(waiting)).error())
                .isEqualTo("unknown_request");
        assertThat(othersPhone
                        .call("GET", "/login-requests/" + request.path("id").asText(), null)
                        .error())
                .isEqualTo("unknown_request");
        if (!PhoneLogin.number(waiting).equals(PhoneLogin.number(othersWaiting))) {
            assertThat(phone.approve(request, PhoneLogin.number(othersWaiting)).error())
                    .isEqualTo("wrong_number");
        }
        phone.approve(request, PhoneLogin.number(waiting)).ok();
        assertThat(othersLogin.press(othersWaiting, "continue").isBackAtClient())
                .isFalse();
        login.press(waiting, "continue").authorizationCode();
    }

    @Test
    @DisplayName("Attack 16: an approved request signs in the tab that asked, and no other one")
    void anotherTab() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        phone.approve(phone.newest(), PhoneLogin.number(waiting)).ok();

        Page second = login.password(person);
        assertThat(second.isBackAtClient()).isFalse();
        PhoneLogin elsewhere = new PhoneLogin(realm);
        Page third = elsewhere.password(person);
        assertThat(third.isBackAtClient()).isFalse();
        assertThat(elsewhere
                        .http()
                        .post(waiting.formActionOf("continue"), Map.of("continue", "true"))
                        .isBackAtClient())
                .isFalse();
    }

    @Test
    @DisplayName("Attack 16: an approval is spent once")
    void spentOnce() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        phone.approve(phone.newest(), PhoneLogin.number(waiting)).ok();
        List<Page> ends = HttpLogin.atOnce(8, i -> login.press(waiting, "continue"));
        assertThat(ends).allSatisfy(end -> assertThat(end.status()).isLessThan(500));
        assertThat(realm.admin().events(person, "LOGIN").stream()
                        .filter(event ->
                                event.at("/details/credential_type").asText().equals("twostep-phone-app")))
                .hasSize(1);
    }

    @Test
    @DisplayName("Of sixteen answers at once one wins")
    void parallel() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        String number = PhoneLogin.number(waiting);
        List<ApiAnswer> answers =
                HttpLogin.atOnce(16, i -> i % 2 == 0 ? phone.approve(request, number) : phone.deny(request));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        boolean approved = phone.newest().path("status").asText().equals("approved");
        assertThat(login.press(waiting, "continue").isBackAtClient()).isEqualTo(approved);
    }

    @Test
    @DisplayName("Three wrong numbers end a request, count as three failures, and the right one comes too late")
    void wrongNumbers() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        String number = PhoneLogin.number(waiting);
        String wrong = number.equals("000000") ? "000001" : "000000";
        assertThat(phone.approve(request, wrong).body().path("triesLeft").asInt())
                .isEqualTo(2);
        assertThat(phone.approve(request, wrong).body().path("triesLeft").asInt())
                .isEqualTo(1);
        assertThat(phone.approve(request, wrong).body().path("triesLeft").asInt())
                .isEqualTo(0);
        assertThat(phone.approve(request, number).error()).isEqualTo("already_answered");
        assertThat(phone.newest().path("status").asText()).isEqualTo("wrong_number");
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
        Awaitility.await().untilAsserted(() -> assertThat(
                        realm.admin().bruteForce(person).path("numFailures").asInt())
                .isEqualTo(3));
    }

    @Test
    @DisplayName("Eight guesses of a number at once: three are compared")
    void parallelGuesses() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        Page waiting = new PhoneLogin(realm).password(person);
        JsonNode request = phone.newest();
        String number = PhoneLogin.number(waiting);
        String wrong = number.equals("000000") ? "000001" : "000000";
        List<ApiAnswer> answers = HttpLogin.atOnce(8, i -> phone.approve(request, wrong));
        assertThat(answers.stream().filter(answer -> answer.error().equals("wrong_number")))
                .hasSize(3);
    }

    record Forgery(String name, UnaryOperator<Map<String, Object>> claims) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Forgery> forgeries() {
        return List.of(
                new Forgery("for another realm", with("aud", "https://elsewhere.example/realms/twostep")),
                new Forgery("by another phone", with("sub", "00000000-0000-0000-0000-000000000000")),
                new Forgery("about another request", with("rid", "AAAAAAAAAAAAAAAAAAAAAA")),
                new Forgery("with another nonce", with("nonce", "AAAAAAAAAAAAAAAAAAAAAA")),
                new Forgery("to something else than was shown", with("ctx", "AAAA")),
                new Forgery("of ten minutes ago", claims -> at(claims, Duration.ofMinutes(-10))),
                new Forgery("of in ten minutes", claims -> at(claims, Duration.ofMinutes(10))),
                new Forgery("good for an hour", with("exp", Instant.now().getEpochSecond() + 3600)),
                new Forgery("without an id", with("jti", "")),
                new Forgery("with a decision of its own", with("decision", "approved")),
                new Forgery("with a number for a text", with("number", 123456)));
    }

    private static UnaryOperator<Map<String, Object>> with(String claim, Object value) {
        return claims -> {
            claims.put(claim, value);
            return claims;
        };
    }

    private static Map<String, Object> at(Map<String, Object> claims, Duration off) {
        claims.put("iat", Instant.now().plus(off).getEpochSecond());
        claims.put("exp", Instant.now().plus(off).getEpochSecond() + 30);
        return claims;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    @DisplayName("Attack 17: an answer that was signed differently approves nothing")
    void forged(Forgery forgery) {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        Map<String, Object> claims =
                forgery.claims().apply(phone.answer(request, "approve", Map.of("number", PhoneLogin.number(waiting))));
        assertThat(phone.answer(request, claims).status()).isIn(400, 403);
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"none", "HS256", "RS256", "ES384"})
    @DisplayName("Attack 17: another algorithm approves nothing")
    void algorithms(String algorithm) {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        Map<String, Object> claims = phone.answer(request, "approve", Map.of("number", PhoneLogin.number(waiting)));
        String signed = phone.key().sign(Map.of("typ", "twostep-answer+jwt", "alg", algorithm), claims);
        for (String text : List.of(signed, signed.substring(0, signed.lastIndexOf('.') + 1))) {
            ApiAnswer answer = phone.call(
                    "POST",
                    "/login-requests/" + request.path("id").asText() + "/answer",
                    Json.of(Map.of("answer", text)));
            assertThat(answer.error()).isEqualTo("invalid_answer");
        }
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
    }

    @Test
    @DisplayName("Attack 17: a key in the header is not believed, in an answer or in a call")
    void foreignKey() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        PhoneKey foreign = new PhoneKey();
        String path = "/login-requests/" + request.path("id").asText() + "/answer";
        Map<String, Object> claims = phone.answer(request, "approve", Map.of("number", PhoneLogin.number(waiting)));
        String signed = foreign.sign(Map.of("typ", "twostep-answer+jwt", "alg", "ES256", "jwk", foreign.jwk()), claims);
        assertThat(phone.call("POST", path, Json.of(Map.of("answer", signed))).error())
                .isEqualTo("invalid_answer");

        Map<String, Object> proof = Map.of(
                "htm",
                "GET",
                "htu",
                realm.url() + "/twostep/login-requests",
                "iat",
                Instant.now().getEpochSecond(),
                "jti",
                Phone.newId());
        String ours = foreign.sign(
                Map.of("typ", "dpop+jwt", "alg", "ES256", "jwk", phone.key().jwk()), proof);
        assertThat(phone.call("GET", "/login-requests", null, ours).error()).isEqualTo("invalid_dpop_proof");
        String theirs = foreign.sign(Map.of("typ", "dpop+jwt", "alg", "ES256", "jwk", foreign.jwk()), proof);
        assertThat(phone.call("GET", "/login-requests", null, theirs).error()).isEqualTo("unknown_device");
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
    }

    @Test
    @DisplayName("Attack 17: neither an answer nor a call can be sent again")
    void replay() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        Page waiting = new PhoneLogin(realm).password(person);
        JsonNode request = phone.newest();
        String number = PhoneLogin.number(waiting);
        String wrong = number.equals("000000") ? "000001" : "000000";
        JsonNode signed = phone.signed(phone.answer(request, "approve", Map.of("number", wrong)));
        String path = "/login-requests/" + request.path("id").asText() + "/answer";
        assertThat(phone.call("POST", path, signed).error()).isEqualTo("wrong_number");
        assertThat(phone.call("POST", path, signed).error()).isEqualTo("invalid_answer");

        String proof = phone.proof("GET", "/login-requests");
        assertThat(phone.call("GET", "/login-requests", null, proof).status()).isEqualTo(200);
        assertThat(phone.call("GET", "/login-requests", null, proof).error()).isEqualTo("invalid_dpop_proof");
    }

    @Test
    @DisplayName("Attack 17: a proof counts for its method, its address and its time")
    void proofs() {
        Phone phone = PhoneLogin.paired(realm, realm.newPerson());
        String list = "/login-requests";
        for (String proof : List.of(
                phone.proof("POST", list),
                phone.proof("GET", "/devices/" + phone.id()),
                phone.proof("GET", list, Instant.now().minus(Duration.ofMinutes(10)), Phone.newId()),
                phone.proof("GET", list, Instant.now().plus(Duration.ofMinutes(10)), Phone.newId()),
                phone.proof("GET", list, Instant.now(), "short"),
                "not.a.proof",
                "")) {
            ApiAnswer answer = phone.call("GET", list, null, proof);
            assertThat(answer.error()).as(proof).isEqualTo("invalid_dpop_proof");
            assertThat(answer.body().path("now").asLong())
                    .isCloseTo(Instant.now().getEpochSecond(), Offset.offset(60L));
        }
    }

    @Test
    @DisplayName(
            "Attack 18: whoever scans first is seen in the browser; a no makes the token worthless, and a second phone never gets it")
    void hijack() {
        Person person = realm.newPerson();
        PhoneLogin login = new PhoneLogin(realm);
        Page scan = login.pairingPage(person);
        String token = PhoneLogin.token(scan);
        Phone stranger = new Phone(realm);
        stranger.claim(token).ok();
        Phone own = new Phone(realm);
        assertThat(own.claim(token).error()).isEqualTo("pairing_taken");

        Page confirm = login.press(scan, "continue");
        assertThat(confirm.text()).contains(stranger.key().fingerprint());
        Page again = login.press(confirm, "reject");
        assertThat(PhoneLogin.token(again)).isNotEqualTo(token);
        assertThat(stranger.device().error()).isEqualTo("unknown_device");
        assertThat(own.claim(token).error()).isEqualTo("unknown_pairing");
        login.pair(own, again);
        assertThat(realm.admin().credentials(person, "twostep-phone-app")).hasSize(1);
    }

    @Test
    @DisplayName("Attack 30: a push service on a private address is refused, with one answer for all of them")
    void endpoints() {
        Phone phone = PhoneLogin.paired(realm, realm.newPerson());
        PhoneKey keys = new PhoneKey();
        byte[] point = new byte[65];
        point[0] = 4;
        byte[] x = Base64.getUrlDecoder().decode(keys.jwk().get("x"));
        byte[] y = Base64.getUrlDecoder().decode(keys.jwk().get("y"));
        System.arraycopy(x, 0, point, 1, 32);
        System.arraycopy(y, 0, point, 33, 32);
        for (String endpoint : List.of(
                "http://169.254.169.254/latest/meta-data",
                "https://169.254.169.254/",
                "https://localhost/push",
                "https://127.0.0.1/push",
                "https://[::1]/push",
                "https://10.0.0.1/push",
                "https://2130706433/push",
                "file:///etc/passwd",
                "ftp://push.example.org/")) {
            JsonNode subscription = Json.of(Map.of(
                    "endpoint",
                    endpoint,
                    "keys",
                    Map.of("p256dh", PhoneKey.base64(point), "auth", PhoneKey.base64(new byte[16]))));
            ApiAnswer answer = phone.call("PUT", "/devices/" + phone.id() + "/subscription", subscription);
            assertThat(answer.error()).as(endpoint).isEqualTo("invalid_subscription");
        }
        assertThat(phone.device().body().at("/notifications/on").asBoolean()).isFalse();
    }

    @Test
    @DisplayName(
            "Attack 31: an account that was disabled after the request was made is not approved, and not signed in")
    void disabledMeanwhile() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        realm.admin().changeUser(person, user -> user.put("enabled", false));
        assertThat(phone.approve(request, PhoneLogin.number(waiting)).error()).isEqualTo("account_locked");
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
    }

    @Test
    @DisplayName("Attack 31: an account that was disabled after the phone approved is not signed in")
    void disabledAfterwards() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        phone.approve(phone.newest(), PhoneLogin.number(waiting)).ok();
        realm.admin().changeUser(person, user -> user.put("enabled", false));
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
    }

    @Test
    @DisplayName(
            "A phone that an admin has deleted can do nothing from that moment, its request and its login code included")
    void deleted() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        realm.admin().deleteCredential(person, phone.id());
        assertThat(phone.approve(request, PhoneLogin.number(waiting)).error()).isEqualTo("unknown_device");
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
        PhoneLogin another = new PhoneLogin(realm);
        another.password(person).authorizationCode();
        assertThat(phone.device().error()).isEqualTo("unknown_device");
    }

    @Test
    @DisplayName("Attack 31: an account that was locked after the request was made is not approved")
    void lockedMeanwhile() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        PhoneLogin login = new PhoneLogin(realm);
        Page waiting = login.password(person);
        JsonNode request = phone.newest();
        for (int i = 0; i < 5; i++) {
            HttpLogin http = new HttpLogin(realm.demoWeb());
            http.submit(http.start(), person.login("wrong " + i));
        }
        Awaitility.await()
                .until(() -> realm.admin().bruteForce(person).path("disabled").asBoolean());
        assertThat(phone.approve(request, PhoneLogin.number(waiting)).error()).isEqualTo("account_locked");
        assertThat(login.press(waiting, "continue").isBackAtClient()).isFalse();
    }

    @Test
    @DisplayName(
            "A pairing is claimed by a typed code and the username; wrong codes are counted, whether or not there is such a user")
    void typedCode() {
        Person person = realm.newPerson();
        PhoneLogin login = new PhoneLogin(realm);
        Page scan = login.pairingPage(person);
        String code = scan.html().select("#twostep-pairing-code").text();
        assertThat(new Phone(realm).claim(person.username(), "00000-00000").error())
                .isEqualTo("unknown_pairing");
        assertThat(new Phone(realm).claim("nobody-" + person.username(), code).error())
                .isEqualTo("unknown_pairing");
        Phone phone = new Phone(realm);
        assertThat(phone.claim(person.username(), code.toLowerCase(Locale.ROOT)).status())
                .isEqualTo(201);
        for (String name : List.of(person.username(), "nobody2-" + person.username())) {
            ApiAnswer last = new ApiAnswer(0, Json.of(Map.of()));
            for (int i = 0; i < 11; i++) {
                last = new Phone(realm).claim(name, "00000-00000");
            }
            assertThat(last.error()).as(name).isEqualTo("too_many_requests");
        }
    }

    @Test
    @DisplayName(
            "Attack 19: a claim that is malformed, signed by another key, for another realm or of another time is refused")
    void malformedClaims() {
        PhoneLogin login = new PhoneLogin(realm);
        String token = PhoneLogin.token(login.pairingPage(realm.newPerson()));
        Phone phone = new Phone(realm);
        Map<String, Object> header = Map.of(
                "typ", "twostep-pairing+jwt", "alg", "ES256", "jwk", phone.key().jwk());
        List<UnaryOperator<Map<String, Object>>> changes = List.of(
                with("aud", "https://elsewhere.example"),
                with("name", ""),
                with("agreement", Map.of("kty", "EC", "crv", "P-256", "x", "AAAA", "y", "AAAA")),
                with("agreement", "none"),
                with("iat", Instant.now().getEpochSecond() - 600),
                with("jti", ""));
        for (UnaryOperator<Map<String, Object>> change : changes) {
            Map<String, Object> claims = phone.claimsOfClaim();
            claims.put("token", token);
            ApiAnswer answer = phone.sendClaim(header, change.apply(claims));
            assertThat(answer.error()).isEqualTo("invalid_request");
        }
        Map<String, Object> claims = new LinkedHashMap<>(phone.claimsOfClaim());
        claims.put("token", token);
        assertThat(phone.sendClaim(
                                Map.of(
                                        "typ", "twostep-pairing+jwt",
                                        "alg", "ES256",
                                        "jwk", new PhoneKey().jwk()),
                                claims)
                        .error())
                .isEqualTo("invalid_request");
        assertThat(phone.claim(token).status()).isEqualTo(201);
    }

    @Test
    @DisplayName(
            "Attack 15: of twenty sign-ins with the password one reaches the phone, and denying it silences that place")
    void bombing() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        for (int i = 0; i < 20; i++) {
            new PhoneLogin(realm).password(person);
        }
        assertThat(phone.requests().body().path("requests")).hasSize(1);
        phone.deny(phone.newest()).ok();
        for (int i = 0; i < 5; i++) {
            Page quiet = new PhoneLogin(realm).password(person);
            assertThat(quiet.html().select("#twostep-number")).isEmpty();
        }
        assertThat(phone.requests().body().path("requests")).hasSize(1);
    }

    @Test
    @DisplayName("A phone cannot be paired twice, nor into another account while it is paired")
    void pairedTwice() {
        Person person = realm.newPerson();
        Phone phone = PhoneLogin.paired(realm, person);
        Page scan = new PhoneLogin(realm).pairingPage(realm.newPerson());
        assertThat(phone.claim(PhoneLogin.token(scan)).error()).isEqualTo("invalid_request");
    }
}
