package dev.twostep.it.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** A name and a secret, as somebody types them into an app. */
record Login(String name, String secret) {

    /** The value of the header {@code Authorization}. */
    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(UTF_8));
    }
}
