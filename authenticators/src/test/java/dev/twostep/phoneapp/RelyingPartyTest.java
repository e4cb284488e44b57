package dev.twostep.phoneapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelyingPartyTest {

    @ParameterizedTest
    @CsvSource({
        "https://login.example.org/, https://login.example.org, login.example.org",
        "https://login.example.org:443/auth/, https://login.example.org, login.example.org",
        "https://login.example.org:8443/, https://login.example.org:8443, login.example.org",
        "HTTPS://Login.Example.ORG/realms/a?b#c, https://login.example.org, login.example.org",
        "http://localhost:80/, http://localhost, localhost",
        "http://localhost:443/, http://localhost:443, localhost",
        "http://localhost:8080/, http://localhost:8080, localhost"
    })
    @DisplayName("HTML, 7.1.1: an origin as browsers write it, without the port that goes without saying")
    void asBrowsersWriteIt(URI frontend, String origin, String id) {
        assertThat(RelyingParty.of(frontend)).isEqualTo(new RelyingParty(id, origin));
    }
}
