package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Signing in through another identity provider is no way around the second factor. */
@ServerTest
@DisabledIfSystemProperty(
        named = "keycloak.runtime",
        matches = "container",
        disabledReason = "the server would have to call itself by the address that it has outside of its container")
final class BrokeredSignInIT {

    private static final Map<String, String> BY_PROVIDER = Map.of("kc_idp_hint", "elsewhere");

    @Test
    @DisplayName("K8: with the post-login flow, a brokered user with a factor is asked for it")
    void asked(@FreshRealm Realm realm, @FreshRealm Realm provider) {
        connect(realm, provider);
        Person person = provider.newPerson();
        HttpLogin first = new HttpLogin(realm.demoWeb());
        Page provided = first.start(Map.of("kc_idp_hint", "elsewhere", "kc_action", "twostep-add-phone"));
        Page number = first.submit(provided, person.login());
        assertThat(number.asksFor("country")).as("%s", number).isTrue();
        Page code = first.submit(number, Map.of("country", "IN", "number", person.phone()));
        Page added = first.submit(
                code, Map.of("code", realm.outbox().await(person.phone(), 1).code()));
        assertThat(added.answer()).as("%s", added).containsEntry("kc_action_status", "success");

        HttpLogin again = new HttpLogin(realm.demoWeb());
        Page factor = again.submit(again.start(BY_PROVIDER), person.login());
        assertThat(factor.asksFor("code")).as("%s", factor).isTrue();
        Page end = again.submit(
                factor, Map.of("code", realm.outbox().await(person.phone(), 2).code()));
        assertThat(end.isBackAtClient()).as("%s", end).isTrue();
    }

    private static void connect(Realm realm, Realm provider) {
        provider.admin()
                .createClient(Map.of(
                        "clientId",
                        "other-realm",
                        "secret",
                        "secret-of-the-other-realm",
                        "redirectUris",
                        List.of(realm.url() + "/broker/elsewhere/endpoint")));
        String oidc = provider.url() + "/protocol/openid-connect";
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.put("clientId", "other-realm");
        config.put("clientSecret", "secret-of-the-other-realm");
        config.put("clientAuthMethod", "client_secret_post");
        config.put("authorizationUrl", oidc + "/auth");
        config.put("tokenUrl", oidc + "/token");
        config.put("jwksUrl", oidc + "/certs");
        config.put("useJwksUrl", "true");
        config.put("validateSignature", "true");
        config.put("issuer", provider.url().toString());
        config.put("defaultScope", "openid profile email");
        ObjectNode instance = JsonNodeFactory.instance.objectNode();
        instance.put("alias", "elsewhere");
        instance.put("providerId", "oidc");
        instance.put("enabled", true);
        instance.put("trustEmail", true);
        instance.put("firstBrokerLoginFlowAlias", "first broker login");
        instance.put("postBrokerLoginFlowAlias", "twostep post broker login");
        instance.set("config", config);
        realm.admin().post("/identity-provider/instances", instance);
    }
}
