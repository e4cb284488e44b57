package dev.twostep.it;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A user of the tests.
 *
 * @param id    Keycloak's id, empty as long as there is no such user
 * @param phone a mobile number in E.164 form that nobody else in this run has
 */
public record Person(String id, String username, String password, String email, String phone) {

    private static final AtomicInteger PHONES = new AtomicInteger();

    static Person stranger() {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        return new Person("", name, "correct horse " + name, name + "@example.org", nextPhone());
    }

    Person withId(String given) {
        return new Person(given, username, password, email, phone);
    }

    /** What the password page asks for. */
    public Map<String, String> login() {
        return login(password);
    }

    public Map<String, String> login(String typedPassword) {
        return Map.of("username", username, "password", typedPassword);
    }

    /** Another number for the same person. */
    public static String nextPhone() {
        String number = String.format(Locale.ROOT, "+9198%08d", 10_203_040 + 1_111 * PHONES.incrementAndGet());
        SeenSecrets.add(number);
        return number;
    }
}
