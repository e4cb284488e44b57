package dev.twostep.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.it.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What an administrator of one realm can do and see. */
public final class RealmAdmin {

    private final Admin admin;
    private final String path;

    RealmAdmin(Admin admin, String realm) {
        this.admin = admin;
        this.path = "/" + realm;
    }

    /** For what has no method here; paths start below the realm, for example {@code "/authentication/flows"}. */
    public JsonNode get(String below) {
        return admin.get(path + below);
    }

    public void put(String below, JsonNode body) {
        admin.put(path + below, body);
    }

    public String post(String below, JsonNode body) {
        return admin.post(path + below, body);
    }

    public void delete(String below) {
        admin.delete(path + below);
    }

    /** Removes the realm. */
    public void delete() {
        admin.delete(path);
    }

    /** Reads the realm's settings, has them changed, and writes them. */
    public void change(Consumer<ObjectNode> edit) {
        ObjectNode realm = (ObjectNode) get("");
        edit.accept(realm);
        put("", realm);
    }

    /** @return the new user's id */
    public String createUser(Person person) {
        return post(
                "/users",
                Json.of(Map.of(
                        "username",
                        person.username(),
                        "enabled",
                        true,
                        "email",
                        person.email(),
                        "emailVerified",
                        true,
                        "firstName",
                        "Test",
                        "lastName",
                        "Person",
                        "credentials",
                        List.of(Map.of("type", "password", "value", person.password(), "temporary", false)))));
    }

    public void deleteUser(Person person) {
        delete("/users/" + person.id());
    }

    /** @return what sets the cookies of a session in the user's place */
    public List<String> impersonate(Person person) {
        return admin.postForCookies(path + "/users/" + person.id() + "/impersonation");
    }

    /** Reads the user, has it changed, and writes it. */
    public void changeUser(Person person, Consumer<ObjectNode> edit) {
        ObjectNode user = (ObjectNode) get("/users/" + person.id());
        edit.accept(user);
        put("/users/" + person.id(), user);
    }

    public List<JsonNode> credentials(Person person) {
        return Json.list(get("/users/" + person.id() + "/credentials"));
    }

    /** @param type for example {@code twostep-sms} */
    public List<JsonNode> credentials(Person person, String type) {
        return credentials(person).stream()
                .filter(credential -> credential.path("type").asText().equals(type))
                .toList();
    }

    public void deleteCredential(Person person, String credentialId) {
        delete("/users/" + person.id() + "/credentials/" + credentialId);
    }

    /** {@code numFailures}, {@code disabled} (that is: locked now) and more. */
    public JsonNode bruteForce(Person person) {
        return get("/attack-detection/brute-force/users/" + person.id());
    }

    /** {@code alias}, {@code enabled}, {@code config} and more. */
    public JsonNode requiredAction(String alias) {
        return get("/authentication/required-actions/" + alias);
    }

    public void changeRequiredAction(String alias, Consumer<ObjectNode> edit) {
        ObjectNode action = (ObjectNode) requiredAction(alias);
        edit.accept(action);
        put("/authentication/required-actions/" + alias, action);
    }

    /** Sets the whole configuration of a required action: the realm's policy. This way {@code validateConfig} is asked. */
    public void configureRequiredAction(String alias, Map<String, String> config) {
        put("/authentication/required-actions/" + alias + "/config", Json.of(Map.of("config", config)));
    }

    /** The user's events, newest first. */
    public List<JsonNode> events(Person person) {
        return Json.list(get("/events?max=200&user=" + person.id()));
    }

    /** The user's events of one type, for example {@code LOGIN_ERROR}, newest first. */
    public List<JsonNode> events(Person person, String type) {
        return Json.list(get("/events?max=200&user=" + person.id() + "&type=" + type));
    }

    /** All admin events, newest first. */
    public List<JsonNode> adminEvents() {
        return Json.list(get("/admin-events?max=200"));
    }

    /** What Keycloak tells about itself and its providers. It is the same for every realm. */
    public JsonNode serverInfo() {
        return admin.serverInfo();
    }

    /** Reads the client, has it changed, and writes it. */
    public void changeClient(String clientId, Consumer<ObjectNode> edit) {
        ObjectNode client = (ObjectNode) client(clientId);
        edit.accept(client);
        put("/clients/" + client.path("id").asText(), client);
    }

    public JsonNode client(String clientId) {
        JsonNode found = get("/clients?clientId=" + clientId).path(0);
        if (found.isMissingNode()) {
            throw new AssertionError("there is no client " + clientId);
        }
        return found;
    }

    /** @return the new client's internal id */
    public String createClient(Map<String, ?> client) {
        return post("/clients", Json.of(client));
    }
}
