package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.AppPasswordPolicy;
import dev.twostep.apppassword.Wish;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/** What somebody typed and chose for a new temporary password. */
final class WishForm {

    private final String name;
    private final String lifetime;
    private final String app;
    private final List<FormMessage> problems = new ArrayList<>();
    private final Optional<Duration> chosen;
    private final Optional<ClientModel> client;

    WishForm(KeycloakSession session, MultivaluedMap<String, String> form) {
        this.name = plain(Shown.shortened(text(form, "name")));
        this.lifetime = text(form, "lifetime");
        this.app = text(form, "app");
        this.chosen = AppPasswordPolicies.read(session).lifetimes().stream()
                .filter(offered -> String.valueOf(offered.toMinutes()).equals(lifetime))
                .findFirst();
        this.client = new AppClients(session)
                .marked()
                .filter(marked -> marked.getClientId().equals(app))
                .findFirst();
        check();
    }

    private void check() {
        if (name.isEmpty()) {
            problems.add(new FormMessage("name", "twostepAppNameMissing"));
        } else if (name.codePointCount(0, name.length()) > Wish.MOST_NAME) {
            problems.add(new FormMessage("name", "twostepAppNameTooLong", Wish.MOST_NAME));
        }
        if (chosen.isEmpty()) {
            problems.add(new FormMessage("lifetime", "twostepAppLifetimeUnknown"));
        }
        if (client.isEmpty() && !app.isEmpty()) {
            problems.add(new FormMessage("app", "twostepAppClientUnknown"));
        }
    }

    List<FormMessage> problems() {
        return List.copyOf(problems);
    }

    /** @throws java.util.NoSuchElementException if there are {@link #problems} */
    Wish wish() {
        return new Wish(
                name, chosen.orElseThrow(), client.map(ClientModel::getId).orElse(null));
    }

    String name() {
        return name;
    }

    String app() {
        return app;
    }

    Duration lifetime() {
        return chosen.orElse(AppPasswordPolicy.BY_DEFAULT);
    }

    /** The account console takes names for keys of its texts, in which a colon ends a namespace and braces and dollars stand for other texts. */
    private static String plain(String name) {
        return name.replace(':', '\u2236').replace("{{", "{ {").replace("$t(", "$t (");
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "");
    }
}
