package dev.twostep.keycloak;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a sign-in rests on: the second factors and the password that the user had when it began, and what it has set up itself since. Its pages may be
 * left open for long, and Keycloak asks for nothing again. So the sign-in is over once the password was changed elsewhere, or, as long as it has
 * shown no second factor, once a factor came up elsewhere.
 *
 * <p>What a request stores is seen by nobody else until it ends. That is how a sign-in's own doing is told from that of others; what is stored in a
 * transaction of its own has to be said.
 */
public final class SignInBasis {

    private static final String FACTORS = "twostep.sign-in.factors";
    private static final String OWN_FACTORS = "twostep.sign-in.own-factors";
    private static final String PASSWORD = "twostep.sign-in.password";
    private static final String SEPARATOR = " ";
    private static final int SECOND_FACTOR = 2;

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final UserModel user;

    public SignInBasis(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        this.session = session;
        this.login = login;
        this.user = user;
    }

    public static SignInBasis of(RequiredActionContext context) {
        return new SignInBasis(context.getSession(), context.getAuthenticationSession(), context.getUser());
    }

    /** From now on the sign-in rests on what the user has now. */
    public void begin() {
        SignInMeans now = SignInMeans.of(user);
        put(FACTORS, now.factors());
        login.removeAuthNote(OWN_FACTORS);
        login.setAuthNote(PASSWORD, now.password());
        BorrowedSession.remember(session, login);
    }

    public boolean begun() {
        return login.getAuthNote(PASSWORD) != null;
    }

    /**
     * Counts what the present request has stored as the sign-in's own; asked after each of its actions.
     *
     * @return whether the sign-in may go on; if not, nothing that the request has done may stay
     */
    public boolean settle() {
        if (!begun()) {
            begin();
            return true;
        }
        UserCache.forget(user);
        SignInMeans now = SignInMeans.of(user);
        if (known().covers(now)) {
            return true;
        }
        SignInMeans others = committed();
        return !isOver(others) && takeIn(now, others);
    }

    private boolean takeIn(SignInMeans now, SignInMeans others) {
        Set<String> own = now.factors().stream()
                .filter(id -> !others.factors().contains(id))
                .filter(id -> !known().factors().contains(id))
                .collect(Collectors.toUnmodifiableSet());
        if (!own.isEmpty() && BorrowedSession.wasBorrowed(login)) {
            return false;
        }
        put(OWN_FACTORS, union(get(OWN_FACTORS), own));
        login.setAuthNote(PASSWORD, now.password());
        return true;
    }

    /**
     * Counts as its own what it has stored in a transaction of its own, which others see at once.
     *
     * @param factor as {@link StoredFactors} names it
     */
    public void stored(String factor) {
        if (!known().factors().contains(factor)) {
            put(OWN_FACTORS, union(get(OWN_FACTORS), Set.of(factor)));
        }
    }

    /** Asked before anything is done that cannot be undone; also if it never began. */
    public boolean isOver() {
        return !begun() || isOver(committed());
    }

    /** Whether it is worth asking: what this node knows of the user, the present request's doing included, is no longer what it was. */
    boolean looksChanged() {
        return begun() && !known().covers(SignInMeans.of(user));
    }

    private boolean isOver(SignInMeans others) {
        SignInMeans known = known();
        boolean factorCameUp = !known.factors().containsAll(others.factors());
        return !known.password().equals(others.password()) || (factorCameUp && !hasShownFactor());
    }

    /** Whether it has set up a factor. */
    public boolean setUpFactor() {
        return !get(OWN_FACTORS).isEmpty();
    }

    /** Whether it has set up a factor that is the user's first. */
    boolean setUpFirstFactor() {
        return setUpFactor() && get(FACTORS).isEmpty();
    }

    /** Whether it has asked for a second factor and got one. */
    boolean hasShownFactor() {
        return new AcrStore(session, login).getLevelOfAuthenticationFromCurrentAuthentication() >= SECOND_FACTOR;
    }

    private SignInMeans known() {
        return new SignInMeans(union(get(FACTORS), get(OWN_FACTORS)), login.getAuthNote(PASSWORD));
    }

    private SignInMeans committed() {
        String userId = user.getId();
        return Transactions.inNew(session, own -> SignInMeans.of(UserCache.fresh(own, userId)));
    }

    private Set<String> get(String note) {
        String ids = login.getAuthNote(note);
        return ids == null || ids.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(ids.split(SEPARATOR, -1)));
    }

    private void put(String note, Set<String> ids) {
        login.setAuthNote(note, String.join(SEPARATOR, ids));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
