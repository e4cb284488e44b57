package dev.twostep.keycloak;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;

/**
 * Ends a sign-in whose {@linkplain SignInBasis basis} is gone, or of which its owner said that it was somebody else. Keycloak evaluates the triggers of all actions before each page of a sign-in, after each
 * action, its own included, and before the client gets a code; so each action of ours calls {@link #settle} there. Whatever the action has just stored is
 * still uncommitted then, and is undone.
 */
public final class SignInGate {

    static final String OVERTAKEN = "twostep_sign_in_overtaken";

    private static final String TEMPLATE = "twostep-sign-in-over.ftl";
    private static final String ASKED = "twostep.sign-in.asked";

    private SignInGate() {}

    /** In {@code evaluateTriggers}, whatever else is done there. Does not return if the sign-in is over. */
    public static void settle(RequiredActionContext context) {
        if (isFirstOfItsRound(context) && (!SignInBasis.of(context).settle() || isReported(context))) {
            end(context);
        }
    }

    /**
     * Keycloak asks all actions one after the other, and what settles for one settles for all of that round. Whoever is asked for the second time begins
     * the next round.
     */
    private static boolean isFirstOfItsRound(RequiredActionContext context) {
        Set<?> asked = context.getSession().getAttribute(ASKED, Set.class);
        boolean first = asked == null || asked.contains(context.getAction());
        Stream<?> others = first ? Stream.empty() : asked.stream();
        context.getSession()
                .setAttribute(
                        ASKED,
                        Stream.concat(others, Stream.of(context.getAction())).collect(Collectors.toUnmodifiableSet()));
        return first;
    }

    /** In {@code processAction}, before anything is done that stays although the request is undone. Does not return if the sign-in is over. */
    public static void pass(RequiredActionContext context) {
        if (SignInBasis.of(context).isOver() || isReported(context)) {
            end(context);
        }
    }

    /** It has no session yet that could be ended, and would come to one. */
    private static boolean isReported(RequiredActionContext context) {
        return context.getSession().getProvider(PushProvider.class).isReported(context.getAuthenticationSession());
    }

    private static void end(RequiredActionContext context) {
        // an event of an error is stored at once, whatever becomes of the request
        EventBuilder event = context.getEvent().clone();
        event.user(context.getUser()).error(OVERTAKEN);
        KeycloakSession session = context.getSession();
        session.getTransactionManager().setRollbackOnly();
        throw new ErrorPageException(page(context));
    }

    private static Response page(RequiredActionContext context) {
        KeycloakSession session = context.getSession();
        return session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(context.getAuthenticationSession())
                .setStatus(Response.Status.BAD_REQUEST)
                .setAttribute("twostepSignInOver", Map.of("helpUrl", HelpLink.to(session, "")))
                .createForm(TEMPLATE);
    }
}
