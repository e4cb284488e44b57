package dev.twostep.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One code, without the code: the six digits are computed from {@code id} under a key whenever they are needed, and are
 * stored nowhere.
 *
 * @param id        128 random bits, base64url
 * @param keyId     the key that the digits were made with, so that a rotated key still checks them
 * @param tries     answers that were compared with it so far, those before a new code replaced it included
 * @param used      it was accepted once, or a newer code took its place
 * @param delivery  what became of its latest text
 * @param refusal   why, if a gateway refused that text
 * @param movedAt   when {@code delivery} last changed
 */
public record TextCode(
        String id,
        CodeOwner owner,
        String keyId,
        Instant createdAt,
        Instant expiresAt,
        int tries,
        boolean used,
        Delivery delivery,
        @Nullable Refusal refusal,
        Instant movedAt) {

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean exhausted(int maxTries) {
        return tries >= maxTries;
    }

    TextCode at(Delivery moved) {
        return new TextCode(id, owner, keyId, createdAt, expiresAt, tries, used, moved, refusal, movedAt);
    }
}
