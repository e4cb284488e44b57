package dev.twostep.push.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.keycloak.BorrowedSession;
import dev.twostep.keycloak.HelpLink;
import dev.twostep.keycloak.LocalTime;
import dev.twostep.keycloak.PageLanguage;
import dev.twostep.keycloak.ShownContext;
import dev.twostep.keycloak.Source;
import dev.twostep.push.LoginRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.urls.UrlType;

/** The login requests of whoever is signed in (P4): to read, and nothing else. */
public final class HistoryResource {

    private static final int MOST_SHOWN = 50;

    private final KeycloakSession session;

    HistoryResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        PageLanguage.choose(session);
        Optional<UserModel> user = Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(
                        session, session.getContext().getRealm(), true))
                .filter(found -> !BorrowedSession.of(found.session()))
                .map(AuthResult::user);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("signedIn", user.isPresent());
        attributes.put(
                "accountUrl",
                Urls.accountBase(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                        .build(session.getContext().getRealm().getName())
                        .toString());
        attributes.put("helpUrl", HelpLink.to(session, "push-not-arrived"));
        user.ifPresent(known -> attributes.put("requests", requests(known)));
        LoginFormsProvider form = session.getProvider(LoginFormsProvider.class);
        user.ifPresent(form::setUser);
        Response page = form.setAttribute("twostepHistory", attributes).createForm("twostep-history.ftl");
        return Response.fromResponse(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private List<Map<String, Object>> requests(UserModel user) {
        Instant now = Source.CLOCK.instant();
        LocalTime time = new LocalTime(session, user);
        return Push.of(session)
                .requests()
                .recent(user.getId(), MOST_SHOWN, now.minus(LoginRequestCleanup.KEPT))
                .stream()
                .map(request -> shown(request, now, time))
                .toList();
    }

    private static Map<String, Object> shown(LoginRequest request, Instant now, LocalTime time) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("status", request.status(now).label());
        shown.put("time", time.minute(request.createdAt()));
        shown.put("iso", request.createdAt().toString());
        JsonNode context = ShownContext.read(request.asker().context());
        List.of("app", "browser", "os", "address")
                .forEach(fact -> shown.put(fact, context.path(fact).asText()));
        return shown;
    }
}
