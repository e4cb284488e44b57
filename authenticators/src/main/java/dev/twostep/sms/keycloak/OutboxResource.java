package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.PageLanguage;
import dev.twostep.sms.outbox.OutboxMessage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** Shows the outbox of the realm: to a person as a page that refreshes itself, to a test as JSON. */
public final class OutboxResource {

    private static final int REFRESH_SECONDS = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final KeycloakSession session;

    OutboxResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        List<Map<String, String>> messages =
                messages().stream().map(OutboxResource::shown).toList();
        PageLanguage.choose(session);
        Response page = session.getProvider(LoginFormsProvider.class)
                .setAttribute("twostepOutbox", Map.of("messages", messages, "refreshSeconds", REFRESH_SECONDS))
                .createForm("twostep-outbox.ftl");
        return unstored(Response.fromResponse(page));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response json() {
        List<Map<String, String>> messages =
                messages().stream().map(OutboxResource::plain).toList();
        return unstored(Response.ok(messages, MediaType.APPLICATION_JSON_TYPE));
    }

    private List<OutboxMessage> messages() {
        return OutboxGatewayFactory.outbox(session)
                .orElseThrow(NotFoundException::new)
                .messages();
    }

    private static Map<String, String> plain(OutboxMessage message) {
        return Map.of(
                "to", message.to().e164(),
                "body", message.body().reveal(),
                "at", message.at().toString());
    }

    private static Map<String, String> shown(OutboxMessage message) {
        Map<String, String> shown = new HashMap<>(plain(message));
        shown.put("time", TIME.format(message.at().atZone(ZoneId.systemDefault())));
        return shown;
    }

    private static Response unstored(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
