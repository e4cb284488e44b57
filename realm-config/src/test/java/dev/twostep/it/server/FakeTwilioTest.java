package dev.twostep.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.it.admin.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The fake speaks as Twilio's documentation says that Twilio does. */
final class FakeTwilioTest {

    private final FakeTwilio twilio = FakeTwilio.start("localhost");

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    @DisplayName("S6: a message is taken with 201 and an id of its own, and kept for the test to look at")
    void accepts() throws Exception {
        HttpResponse<String> first = send("+919800000001");
        HttpResponse<String> second = send("+919800000001");

        assertThat(first.statusCode()).isEqualTo(201);
        JsonNode message = Json.read(first.body());
        assertThat(message.path("sid").asText()).matches("SM[0-9a-f]{32}");
        assertThat(message.path("to").asText()).isEqualTo("+919800000001");
        assertThat(message.path("account_sid").asText()).isEqualTo("AC1");
        assertThat(Json.read(second.body()).path("sid")).isNotEqualTo(message.path("sid"));
        assertThat(twilio.requestsFor("+919800000001")).hasSize(2).allSatisfy(request -> assertThat(
                        request.formParameter("Body").firstValue())
                .isEqualTo("hello & \"you\""));
    }

    @Test
    @DisplayName("S6: a refusal has Twilio's error number, and concerns one number only")
    void refuses() throws Exception {
        twilio.refuse("+919800000002", 400, 21610);

        HttpResponse<String> refused = send("+919800000002");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.read(refused.body()).path("code").asInt()).isEqualTo(21610);
        assertThat(send("+919800000003").statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("S6: a server error, and a connection that breaks")
    void breaks() throws Exception {
        twilio.breakDown("+919800000004", 503);
        twilio.hangUp("+919800000005");

        assertThat(send("+919800000004").statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> send("+919800000005")).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> send(String to) throws IOException, InterruptedException {
        URI messages = URI.create("http://localhost:" + twilio.port() + "/2010-04-01/Accounts/AC1/Messages.json");
        HttpRequest request = HttpRequest.newBuilder(messages)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("To=" + to.replace("+", "%2B") + "&Body=hello+%26+%22you%22"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8));
    }
}
