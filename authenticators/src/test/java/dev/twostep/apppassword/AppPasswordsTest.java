package dev.twostep.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.apppassword.IssuedPassword.State;
import dev.twostep.apppassword.IssuedPassword.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of temporary passwords, without a server. */
final class AppPasswordsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final FakeAppPasswordStore store = new FakeAppPasswordStore();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final AppPasswords passwords = new AppPasswords("ada", store, () -> now);

    @Test
    @DisplayName("A1: issued with a name, for an hour, and good until then")
    void expires() {
        String typed = issue(1, "mail", null);
        assertThat(use(typed, "thunderbird")).isInstanceOf(AppPasswordUse.Accepted.class);
        now = now.plus(HOUR).minusSeconds(1);
        assertThat(use(typed, "thunderbird")).isInstanceOf(AppPasswordUse.Accepted.class);
        now = now.plusSeconds(1);
        assertThat(use(typed, "thunderbird"))
                .isInstanceOfSatisfying(AppPasswordUse.Over.class, over -> assertThat(over.why())
                        .isEqualTo(State.EXPIRED));
        assertThat(passwords.live()).isEmpty();
    }

    @Test
    @DisplayName("A1: bound to the first client that uses it; another one is refused, which is news once an hour")
    void binds() {
        String typed = issue(1, "mail", null);
        assertThat(use(typed, "thunderbird")).isInstanceOf(AppPasswordUse.Accepted.class);
        assertThat(news(typed, "evil")).isTrue();
        assertThat(news(typed, "evil")).isFalse();
        now = now.plus(Duration.ofMinutes(59));
        assertThat(news(typed, "evil")).isFalse();
        assertThat(use(typed, "thunderbird")).isInstanceOf(AppPasswordUse.Accepted.class);
        assertThat(store.passwords.values())
                .singleElement()
                .extracting(IssuedPassword::client)
                .isEqualTo("thunderbird");
    }

    @Test
    @DisplayName("A1: news again after an hour")
    void newsAgain() {
        String typed = issueFor(Duration.ofHours(8), "thunderbird");
        assertThat(news(typed, "evil")).isTrue();
        now = now.plus(HOUR);
        assertThat(news(typed, "evil")).isTrue();
    }

    @Test
    @DisplayName("A1: issued for one client, it is refused to another before its first use")
    void chosenClient() {
        String typed = issue(1, "mail", "thunderbird");
        assertThat(use(typed, "evil")).isInstanceOf(AppPasswordUse.OtherClient.class);
        assertThat(use(typed, "thunderbird")).isInstanceOf(AppPasswordUse.Accepted.class);
    }

    @Test
    @DisplayName("A1: of two clients at the same moment, one gets it")
    void race() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 1; i <= 200; i++) {
                store.passwords.clear();
                String typed = issue(i % 100, "mail", null);
                List<Future<AppPasswordUse>> both =
                        threads.invokeAll(List.of(() -> use(typed, "first"), () -> use(typed, "second")));
                assertThat(List.of(both.get(0).get(), both.get(1).get()))
                        .hasAtLeastOneElementOfType(AppPasswordUse.Accepted.class)
                        .hasAtLeastOneElementOfType(AppPasswordUse.OtherClient.class);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("Its use is noted at most once an hour, and by whom")
    void notes() {
        String typed = issueFor(Duration.ofHours(8), null);
        use(typed, "thunderbird");
        use(typed, "thunderbird");
        now = now.plus(Duration.ofMinutes(59));
        use(typed, "thunderbird");
        assertThat(store.changes).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(1));
        use(typed, "thunderbird");
        assertThat(store.changes).isEqualTo(2);
        assertThat(store.passwords.values())
                .singleElement()
                .extracting(IssuedPassword::lastUse)
                .isEqualTo(new Use(now, "thunderbird", "192.0.2.7", "agent"));
    }

    @Test
    @DisplayName("A5: a changed account password ends all, for good")
    void accountPassword() {
        String typed = issue(1, "mail", null);
        store.grounds = new Grounds(Set.of("phone"), "password-2");
        assertThat(why(typed)).isEqualTo(State.ENDED);
        store.grounds = new Grounds(Set.of("phone"), "password-3");
        assertThat(why(typed)).isEqualTo(State.ENDED);
    }

    @Test
    @DisplayName(
            "A5: once the factors under which it was issued are gone it is dead for good; one of them is enough to hold it")
    void factors() {
        store.grounds = new Grounds(Set.of("phone", "key"), "password-1");
        String typed = issue(1, "mail", null);
        store.grounds = new Grounds(Set.of("key", "new phone"), "password-1");
        assertThat(use(typed, "thunderbird")).isInstanceOf(AppPasswordUse.Accepted.class);
        store.grounds = new Grounds(Set.of("new phone"), "password-1");
        assertThat(why(typed)).isEqualTo(State.ENDED);
        store.grounds = new Grounds(Set.of(), "password-1");
        assertThat(why(typed)).isEqualTo(State.ENDED);
    }

    @Test
    @DisplayName(
            "None without a second factor, no second one of the same name, and 25 at most; those that are over make room")
    void limits() {
        IntStream.range(0, AppPasswords.MOST_LIVE).forEach(i -> issue(i, "app " + i, null));
        assertThat(issued(99, "APP 7")).isInstanceOf(Issue.NameTaken.class);
        assertThat(issued(99, "one more")).isInstanceOf(Issue.Full.class);
        now = now.plus(HOUR);
        assertThat(issued(99, "app 7")).isInstanceOf(Issue.Made.class);
        assertThat(store.passwords).hasSize(1);
        store.grounds = new Grounds(Set.of(), "password-1");
        assertThat(issued(98, "other")).isInstanceOf(Issue.NoFactor.class);
    }

    @Test
    @DisplayName("One ended is unknown, and so is what never was one; neither is told apart")
    void ended() {
        String typed = issue(1, "mail", null);
        String other = issue(2, "calendar", null);
        passwords.end(passwords.idOf(AppPassword.read(typed).orElseThrow()));
        assertThat(use(typed, "thunderbird")).isInstanceOf(AppPasswordUse.Unknown.class);
        assertThat(use("correct horse", "thunderbird")).isInstanceOf(AppPasswordUse.Unknown.class);
        assertThat(use(other, "thunderbird")).isInstanceOf(AppPasswordUse.Accepted.class);
        passwords.endAll();
        assertThat(use(other, "thunderbird")).isInstanceOf(AppPasswordUse.Unknown.class);
        passwords.endAll();
    }

    @Test
    @DisplayName("A row put under another id, or with another hash, is not accepted")
    void tampered() {
        String typed = issue(1, "mail", null);
        String id = store.passwords.keySet().iterator().next();
        IssuedPassword real = store.passwords.get(id);
        store.passwords.put(
                id,
                new IssuedPassword(
                        id,
                        real.name(),
                        real.created(),
                        real.expires(),
                        null,
                        null,
                        null,
                        password(2).hash(),
                        real.grounds()));
        assertThat(use(typed, "thunderbird")).isInstanceOf(AppPasswordUse.Unknown.class);
    }

    @Test
    @DisplayName("What was obtained with it is live as long as it is")
    void isLive() {
        String id = passwords.idOf(AppPassword.read(issue(1, "mail", null)).orElseThrow());
        assertThat(passwords.isLive(id)).isTrue();
        assertThat(passwords.isLive("another")).isFalse();
        now = now.plus(HOUR);
        assertThat(passwords.isLive(id)).isFalse();
    }

    private State why(String typed) {
        assertThat(passwords.live()).isEmpty();
        return use(typed, "thunderbird") instanceof AppPasswordUse.Over over ? over.why() : State.LIVE;
    }

    private boolean news(String typed, String client) {
        return ((AppPasswordUse.OtherClient) use(typed, client)).news();
    }

    private AppPasswordUse use(String typed, String client) {
        return passwords.use(typed, new Use(now, client, "192.0.2.7", "agent"));
    }

    private String issue(int number, String name, @Nullable String client) {
        passwords.issue(password(number), new Wish(name, HOUR, client));
        return password(number).grouped().reveal();
    }

    private String issueFor(Duration lifetime, @Nullable String client) {
        passwords.issue(password(1), new Wish("mail", lifetime, client));
        return password(1).grouped().reveal();
    }

    private Issue issued(int number, String name) {
        return passwords.issue(password(number), new Wish(name, HOUR, null));
    }

    private static AppPassword password(int number) {
        byte[] random = new byte[15];
        Arrays.fill(random, (byte) (number + 1));
        return AppPassword.of(random);
    }
}
