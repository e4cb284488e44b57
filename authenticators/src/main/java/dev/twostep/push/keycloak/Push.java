package dev.twostep.push.keycloak;

import dev.twostep.keycloak.PushProvider;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.ShownContext;
import dev.twostep.keycloak.Source;
import dev.twostep.push.Asker;
import dev.twostep.push.EndpointCheck;
import dev.twostep.push.LoginRequest;
import dev.twostep.push.LoginRequests;
import dev.twostep.push.PushPolicy;
import dev.twostep.push.PushSubscription;
import dev.twostep.push.RequestSecrets;
import dev.twostep.push.RequestStatus;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.account.DeviceRepresentation;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Login requests, wired for one realm and one Keycloak session. */
final class Push implements PushProvider {

    /** Which request this tab has waiting. */
    private static final String NOTE = "twostep.login-request";
    /** Which one it had last. */
    private static final String LAST = "twostep.login-request.last";
    /** Which one let it go on. */
    private static final String FINISHED = "twostep.login-request.finished";

    private final KeycloakSession session;
    private final Waker waker;
    private final RealmKeys keys;

    Push(KeycloakSession session, Waker waker) {
        this.session = session;
        this.waker = waker;
        this.keys = new RealmKeys(session);
    }

    static Push of(KeycloakSession session) {
        return (Push) session.getProvider(PushProvider.class);
    }

    PushPolicy policy() {
        return PushPolicies.read(session);
    }

    LoginRequests requests() {
        return new LoginRequests(
                policy(),
                new JpaLoginRequestStore(session),
                new RequestSecrets(keys.macKey("login-request")),
                Source.CLOCK,
                Source::newId);
    }

    /** Wakes the user's phones; whether any of them will be. */
    boolean wake(UserModel user, LoginRequest request) {
        return waker.wake(session, user, request);
    }

    @Override
    public EndpointCheck check(PushSubscription subscription) {
        return waker.check(subscription);
    }

    Optional<LoginRequest> waiting(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .flatMap(requests()::find)
                .filter(request -> request.asker().tab().equals(tab(login)));
    }

    void waitsFor(AuthenticationSessionModel login, LoginRequest request) {
        login.setAuthNote(NOTE, request.id());
        login.setAuthNote(LAST, request.id());
    }

    /** It was what let the sign-in go on. */
    void finished(AuthenticationSessionModel login, LoginRequest request) {
        forget(login);
        login.setAuthNote(FINISHED, request.id());
    }

    @Override
    public boolean isReported(AuthenticationSessionModel login) {
        return Stream.of(FINISHED, LAST)
                .map(login::getAuthNote)
                .flatMap(Stream::ofNullable)
                .flatMap(id -> requests().find(id).stream())
                .anyMatch(request -> request.status() == RequestStatus.REPORTED);
    }

    private static void forget(AuthenticationSessionModel login) {
        login.removeAuthNote(NOTE);
        login.removeAuthNote(LAST);
    }

    /** The sign-in has ended well; not by this request, if there was one. */
    void endedOtherwise(AuthenticationSessionModel login) {
        String id = login.getAuthNote(LAST);
        if (id != null) {
            requests().endedOtherwise(id);
            forget(login);
        }
    }

    @Override
    public void giveUp(AuthenticationSessionModel login) {
        String id = login.getAuthNote(NOTE);
        if (id != null) {
            requests().cancel(id);
            login.removeAuthNote(NOTE);
        }
    }

    /** Binds a request to this tab of this browser. */
    Asker asker(UserModel user, AuthenticationSessionModel login) {
        String address = session.getContext().getConnection().getRemoteHost();
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        return new Asker(
                user.getId(),
                browser(login.getParentSession().getId()),
                tab(login),
                keys.hash("address", address),
                ShownContext.of(
                        session,
                        user,
                        fact(app(login.getClient())),
                        fact(device == null ? null : device.getBrowser()),
                        fact(device == null ? null : device.getOs()),
                        fact(address),
                        Source.CLOCK.instant()));
    }

    String tab(AuthenticationSessionModel login) {
        return keys.hash("tab", login.getParentSession().getId() + "|" + login.getTabId());
    }

    /** The hash of a browser's sign-in session, whose id the session that comes of it keeps. */
    String browser(String rootSessionId) {
        return keys.hash("browser", rootSessionId);
    }

    private static String app(ClientModel client) {
        String name = client.getName();
        // names like ${client_account} are keys of texts, which a phone does not have
        return name == null || name.isBlank() || name.startsWith("${") ? client.getClientId() : name;
    }

    private static String fact(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
