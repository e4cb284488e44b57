package dev.twostep.secret;

import java.util.Optional;

/** Port: keyed hashes of the realm, for one purpose. Another purpose has unrelated hashes. */
public interface MacKey {

    /** The id of the key that new values are made with. */
    String currentId();

    /** The keyed hash of a text, 32 bytes; empty if the key with this id is gone. */
    Optional<byte[]> mac(String keyId, String text);
}
