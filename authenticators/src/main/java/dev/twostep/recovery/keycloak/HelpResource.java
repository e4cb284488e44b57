package dev.twostep.recovery.keycloak;

import dev.twostep.keycloak.PageLanguage;
import dev.twostep.keycloak.TwostepAddress;
import dev.twostep.recovery.HelpFacts;
import dev.twostep.recovery.HelpTopic;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.RealmsResource;

/** The public help pages: for anybody, signed in or not, and with nothing about anybody. */
public final class HelpResource {

    private final KeycloakSession session;
    private final HelpFacts facts;

    HelpResource(KeycloakSession session, HelpFacts facts) {
        this.session = session;
        this.facts = facts;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response topics() {
        return page(Optional.empty());
    }

    @GET
    @Path("{topic}")
    @Produces(MediaType.TEXT_HTML)
    public Response topic(@PathParam("topic") String id) {
        return page(Optional.of(HelpTopic.ofId(id).orElseThrow(NotFoundException::new)));
    }

    private Response page(Optional<HelpTopic> topic) {
        RealmModel realm = session.getContext().getRealm();
        PageLanguage.choose(session);
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute(
                        "twostepHelp",
                        Map.of(
                                "topic", topic.map(HelpTopic::id).orElse(""),
                                "topics", links(realm),
                                "resendMinutes", facts.resendMinutes(),
                                "lifetimeMinutes", facts.lifetimeMinutes(),
                                "historyUrl", TwostepAddress.of(session, "history"),
                                "accountUrl",
                                        RealmsResource.accountUrl(session.getContext()
                                                        .getUri()
                                                        .getBaseUriBuilder())
                                                .build(realm.getName())
                                                .toString()))
                .createForm("twostep-help.ftl");
    }

    private List<Map<String, String>> links(RealmModel realm) {
        return Arrays.stream(HelpTopic.values())
                .map(topic -> Map.of("id", topic.id(), "title", topic.titleKey(), "url", url(realm, topic)))
                .toList();
    }

    private String url(RealmModel realm, HelpTopic topic) {
        return session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms/{realm}/twostep/help/{topic}")
                .build(realm.getName(), topic.id())
                .toString();
    }
}
