package dev.twostep.phoneapp.keycloak;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI description of the phone API. */
public final class PhoneApiResource {

    private static final String FILE = "/META-INF/twostep/phone-api.yaml";

    @GET
    public Response get() {
        try (InputStream file = PhoneApiResource.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return Response.ok(file.readAllBytes(), "application/yaml;charset=utf-8")
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
