package dev.twostep.sms.http;

import dev.twostep.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** How a request proves who sends it. */
public sealed interface HttpAuth {

    /** The header that carries the proof; empty for none. */
    Map<String, String> header();

    record None() implements HttpAuth {

        @Override
        public Map<String, String> header() {
            return Map.of();
        }
    }

    record Basic(String user, Secret password) implements HttpAuth {

        @Override
        public Map<String, String> header() {
            String pair = user + ":" + password.reveal();
            return Map.of(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
    }

    record Bearer(Secret token) implements HttpAuth {

        @Override
        public Map<String, String> header() {
            return Map.of("Authorization", "Bearer " + token.reveal());
        }
    }

    /** A header of the gateway's own, such as {@code X-Api-Key}. */
    record Header(String name, Secret value) implements HttpAuth {

        @Override
        public Map<String, String> header() {
            return Map.of(name, value.reveal());
        }
    }
}
