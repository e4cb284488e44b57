package dev.twostep.it.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.server.KeycloakRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H1, attack 25: what stands in the address of a page that anybody may open. */
@ServerTest
final class PageLanguageIT {

    @ParameterizedTest
    @CsvSource({"help,200", "help/lost-phone,200", "help/no-such-topic,404", "outbox,200", "no-such-page,404"})
    @DisplayName("Attack 25: line breaks in the name of a language end in a page, and forge no line of the log")
    void lineBreaks(String page, int status, Realm realm, KeycloakRuntime server) throws Exception {
        String forged = "2026-11-24 23:59:59,000 INFO  [org.keycloak.events] " + UUID.randomUUID();
        HttpResponse<String> answer = open(realm, page, "x\n" + forged + "\r\nx");
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("KEYCLOAK_LOCALE"));
        assertThat(lines(server, forged)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"help", "outbox"})
    @DisplayName("H5: a language of the realm is taken up, and kept for the next page")
    void chosen(String page, Realm realm) throws Exception {
        HttpResponse<String> answer = open(realm, page, "gu");
        assertThat(answer.body()).containsPattern("\\p{InGujarati}");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("KEYCLOAK_LOCALE=gu"));
    }

    private static HttpResponse<String> open(Realm realm, String page, String language)
            throws IOException, InterruptedException {
        URI uri = URI.create(realm.url() + "/twostep/" + page + "?kc_locale=" + URLEncoder.encode(language, UTF_8));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).header("Accept", "text/html").build(), BodyHandlers.ofString(UTF_8));
    }

    private static long lines(KeycloakRuntime server, String beginning) throws IOException {
        try (Stream<String> lines = Files.lines(server.log(), UTF_8)) {
            return lines.filter(line -> line.startsWith(beginning)).count();
        }
    }
}
