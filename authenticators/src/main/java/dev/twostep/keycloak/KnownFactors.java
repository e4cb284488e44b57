package dev.twostep.keycloak;

import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;

/**
 * The factors that the user had at some moment of a sign-in. Whoever has none enrols on the password alone, and may leave the page open;
 * once a factor has come up elsewhere, such a page must not replace it.
 */
public final class KnownFactors {

    private static final String SEPARATOR = " ";

    private final RequiredActionContext context;
    private final String note;

    /** @param note of the sign-in, under which they are remembered */
    public KnownFactors(RequiredActionContext context, String note) {
        this.context = context;
        this.note = note;
    }

    /** Remembers those of the first call. */
    public void remember() {
        if (context.getAuthenticationSession().getAuthNote(note) == null) {
            context.getAuthenticationSession().setAuthNote(note, String.join(SEPARATOR, now()));
        }
    }

    /** Whether there are more than those remembered; also if none ever were. */
    public boolean grown() {
        String known = context.getAuthenticationSession().getAuthNote(note);
        return known == null || !Set.of(known.split(SEPARATOR, -1)).containsAll(now());
    }

    private Set<String> now() {
        return StoredFactors.ids(context.getUser());
    }
}
