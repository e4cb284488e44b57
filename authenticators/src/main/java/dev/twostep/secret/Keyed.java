package dev.twostep.secret;

/** A {@link KeyedHash} together with the id of its key, under which it can be computed again after the key was rotated. */
public final class Keyed {

    private final String keyId;
    private final byte[] mac;

    public Keyed(String keyId, byte[] mac) {
        this.keyId = keyId;
        this.mac = mac.clone();
    }

    public String keyId() {
        return keyId;
    }

    /** 32 bytes. */
    public byte[] mac() {
        return mac.clone();
    }

    @Override
    public String toString() {
        return "Keyed(" + keyId + ", •••)";
    }
}
