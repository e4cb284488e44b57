package dev.twostep.it.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.admin.Json;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** L3: the old phone hands over to the new one. */
@ServerTest
final class HandoverIT {

    private final Realm realm;

    HandoverIT(Realm realm) {
        this.realm = realm;
    }

    @Test
    @DisplayName(
            "L3: the new phone scans the old one, the old one confirms, and goes once the new one has passed its trial")
    void handOver() {
        Person person = realm.newPerson();
        Phone old = PhoneLogin.paired(realm, person);
        JsonNode begun = old.call("POST", path(old), null).ok().body();
        String link = begun.path("link").asText();
        assertThat(begun.at("/qr/path").asText()).isNotEmpty();

        Phone fresh = new Phone(realm);
        fresh.claim(link.substring(link.indexOf("#p=") + 3)).ok();
        JsonNode claimed = old.call("GET", path(old), null).ok().body();
        assertThat(claimed.path("status").asText()).isEqualTo("claimed");
        assertThat(claimed.at("/device/fingerprint").asText())
                .isEqualTo(fresh.key().fingerprint());
        assertThat(fresh.device().text("status")).isEqualTo("unconfirmed");

        JsonNode trial = old.call("POST", path(old) + "/confirm", confirmation(old, fresh.id()))
                .ok()
                .body();
        assertThat(trial.path("status").asText()).isEqualTo("trial");
        fresh.tryOut(trial.path("number").asText()).ok();
        assertThat(fresh.device().text("status")).isEqualTo("active");
        assertThat(old.device().error()).isEqualTo("unknown_device");
        assertThat(realm.admin().credentials(person, "twostep-phone-app")).hasSize(1);
    }

    @Test
    @DisplayName("L3: a phone that the old one has not confirmed gets nothing, and a confirmation is for one phone")
    void unconfirmed() {
        Person person = realm.newPerson();
        Phone old = PhoneLogin.paired(realm, person);
        String link = old.call("POST", path(old), null).ok().text("link");
        Phone stranger = new Phone(realm);
        stranger.claim(link.substring(link.indexOf("#p=") + 3)).ok();
        Phone other = new Phone(realm);
        assertThat(old.call("POST", path(old) + "/confirm", confirmation(old, other.id()))
                        .error())
                .isEqualTo("already_answered");
        assertThat(old.call("POST", path(old) + "/confirm", confirmation(stranger, stranger.id()))
                        .error())
                .isEqualTo("invalid_answer");
        assertThat(stranger.call("POST", path(stranger), null).status()).isEqualTo(404);
        assertThat(old.device().text("status")).isEqualTo("active");
        assertThat(realm.admin().credentials(person, "twostep-phone-app")).hasSize(1);
    }

    private static String path(Phone phone) {
        return "/devices/" + phone.id() + "/handover";
    }

    private static JsonNode confirmation(Phone signer, String device) {
        long now = Instant.now().getEpochSecond();
        String signed = signer.key()
                .sign(
                        Map.of("typ", "twostep-handover+jwt", "alg", "ES256"),
                        Map.of(
                                "aud",
                                signer.issuer(),
                                "sub",
                                signer.id(),
                                "device",
                                device,
                                "iat",
                                now,
                                "exp",
                                now + 30,
                                "jti",
                                Phone.newId()));
        return Json.of(Map.of("confirmation", signed));
    }
}
