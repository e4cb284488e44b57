package dev.twostep.keycloak;

import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;

/**
 * Whether this very sign-in set up the user's first factor. That the user had none when it began is not enough: a page left open on the
 * password alone must gain nothing from a factor that came up elsewhere meanwhile. So the factor counts in the request that stores it, while
 * nobody else can see it yet.
 */
public final class FirstFactor {

    private static final String NOTE = "twostep.first-factor";

    private final RequiredActionContext context;

    public FirstFactor(RequiredActionContext context) {
        this.context = context;
    }

    /** Looks whether the present request has just stored it; asked after each action of a sign-in. */
    public void notice() {
        if (!setUpHere() && StoredFactors.any(context.getUser()) && committed().isEmpty()) {
            stored();
        }
    }

    /** The present request has stored it in a step of its own, which saw that there was none. */
    public void stored() {
        context.getAuthenticationSession().setAuthNote(NOTE, "true");
    }

    public boolean setUpHere() {
        return context.getAuthenticationSession().getAuthNote(NOTE) != null;
    }

    private Set<String> committed() {
        KeycloakSession session = context.getSession();
        String userId = context.getUser().getId();
        return Transactions.inNew(session, own -> StoredFactors.ids(UserCache.fresh(own, userId)));
    }
}
