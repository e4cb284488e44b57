package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.AppPassword;
import dev.twostep.apppassword.AppPasswordPolicy;
import dev.twostep.apppassword.AppPasswords;
import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.keycloak.HelpLink;
import dev.twostep.keycloak.LocalTime;
import dev.twostep.keycloak.QrCode;
import dev.twostep.lifecycle.SetupPolicy;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.utils.FormMessage;

/** The pages on which a temporary password is asked for, shown once, and ended with all others. */
final class AppPasswordPage {

    private static final String TEMPLATE = "twostep-app-password.ftl";

    private final RequiredActionContext context;
    private final List<FormMessage> errors = new ArrayList<>();
    private @Nullable WishForm typed;

    AppPasswordPage(RequiredActionContext context) {
        this.context = context;
    }

    /** Keeps what was typed, and says what is wrong with it. */
    void typed(WishForm wish) {
        typed = wish;
        errors.addAll(wish.problems());
    }

    AppPasswordPage nameTaken() {
        errors.add(new FormMessage("name", "twostepAppNameTaken"));
        return this;
    }

    Response form() {
        Map<String, Object> attributes = attributes("form");
        if (Integer.valueOf(AppPasswords.MOST_LIVE).equals(attributes.get("active"))) {
            return full();
        }
        AppPasswordPolicy policy = AppPasswordPolicies.read(context.getSession());
        attributes.put("name", typed == null ? "" : typed.name());
        attributes.put("app", typed == null ? "" : typed.app());
        attributes.put("lifetime", (typed == null ? AppPasswordPolicy.BY_DEFAULT : typed.lifetime()).toMinutes());
        attributes.put(
                "lifetimes",
                policy.lifetimes().stream().map(AppPasswordPage::lifetime).toList());
        attributes.put(
                "apps",
                new AppClients(context.getSession())
                        .usable(context.getUser())
                        .sorted(Comparator.comparing(ClientName::of, String.CASE_INSENSITIVE_ORDER))
                        .map(AppPasswordPage::app)
                        .toList());
        return render(attributes);
    }

    Response show(AppPassword password, IssuedPassword issued) {
        Map<String, Object> attributes = attributes("show");
        String grouped = password.grouped().reveal();
        attributes.put("name", issued.name());
        attributes.put("password", grouped);
        attributes.put("account", context.getUser().getUsername());
        attributes.put("expires", new LocalTime(context.getSession(), context.getUser()).minute(issued.expires()));
        attributes.put("app", issued.client() == null ? "" : ClientName.of(context.getSession(), issued.client()));
        QrCode qr = QrCode.of(grouped);
        attributes.put("qr", Map.of("size", qr.size(), "path", qr.path()));
        return render(attributes);
    }

    Response full() {
        return render(attributes("full"));
    }

    /** Without a second factor there is nothing to be temporary beside. */
    Response none() {
        RequiredActionProviderModel setup = context.getRealm().getRequiredActionProviderByAlias(SetupPolicy.ACTION);
        Map<String, Object> attributes = attributes("none");
        attributes.put("canSetUp", setup != null && setup.isEnabled());
        return render(attributes);
    }

    Response endAll() {
        return render(attributes("endAll"));
    }

    Response ended() {
        return render(attributes("ended"));
    }

    Response impersonated() {
        errors.add(new FormMessage("twostepImpersonated"));
        return render(attributes("impersonated"));
    }

    private Map<String, Object> attributes(String state) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("state", state);
        attributes.put(
                "active",
                UserAppPasswords.of(context.getSession(), context.getUser())
                        .live()
                        .size());
        attributes.put("most", AppPasswords.MOST_LIVE);
        attributes.put("helpUrl", HelpLink.to(context.getSession(), "app-passwords"));
        return attributes;
    }

    private static Map<String, Object> lifetime(Duration lifetime) {
        boolean days = lifetime.toHours() % Duration.ofDays(1).toHours() == 0;
        return Map.of(
                "minutes",
                lifetime.toMinutes(),
                "count",
                days ? lifetime.toDays() : lifetime.toHours(),
                "unit",
                days ? "days" : "hours");
    }

    private static Map<String, Object> app(ClientModel client) {
        return Map.of("clientId", client.getClientId(), "name", ClientName.of(client));
    }

    private Response render(Map<String, Object> attributes) {
        LoginFormsProvider form = context.form();
        errors.forEach(form::addError);
        return form.setAttribute("twostepAppPassword", attributes).createForm(TEMPLATE);
    }
}
