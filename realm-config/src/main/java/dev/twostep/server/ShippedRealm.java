package dev.twostep.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The realm JSON that is shipped, and that demo and tests import unchanged. */
public final class ShippedRealm {

    public static final String NAME = "twostep";

    private static final String RESOURCE = "/twostep-realm.json";

    private ShippedRealm() {}

    public static String json() {
        try (InputStream in = ShippedRealm.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
