package dev.twostep.phoneapp;

import dev.twostep.phoneapp.PhoneAnswer.Decision;
import dev.twostep.secret.Crockford;
import dev.twostep.secret.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pairing a phone (P1): somebody shows a QR code, the first phone to scan it has it, whoever showed it recognises the phone, and the phone answers a trial.
 * Only then does it count.
 */
public final class Pairings {

    private final PairingStore store;
    private final PairingSecrets secrets;
    private final InstantSource clock;
    private final Supplier<String> newId;

    /** @param newId makes ids of at least 128 random bits, base64url */
    public Pairings(PairingStore store, PairingSecrets secrets, InstantSource clock, Supplier<String> newId) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.newId = newId;
    }

    public PairingSecrets secrets() {
        return secrets;
    }

    /** Ends what had begun there. */
    public Pairing begin(String userId, String origin) {
        store.end(userId, origin);
        Instant now = clock.instant();
        Pairing pairing = new Pairing(
                newId.get(),
                userId,
                origin,
                secrets.currentKeyId(),
                now,
                now.plus(Pairing.LIFE),
                Pairing.State.OPEN,
                0,
                null);
        store.insert(pairing);
        return pairing;
    }

    public Optional<Pairing> find(String id) {
        return store.find(id);
    }

    /** The latest one that began there. */
    public Optional<Pairing> latest(String userId, String origin) {
        return store.ofOrigin(userId, origin);
    }

    /** The one that the phone has claimed, if it is not over. */
    public Optional<Pairing> of(DeviceKey phone) {
        return store.ofPhone(phone.id())
                .filter(pairing -> pairing.isOf(phone))
                .filter(pairing -> !pairing.isOver(clock.instant()));
    }

    /** Claims with what a QR code said. */
    public Claiming claim(String token, NewPhone phone) {
        return store.find(PairingSecrets.pairingOf(token))
                .filter(pairing -> matches(secrets.token(pairing), token))
                .map(pairing -> claim(pairing, phone))
                .orElseGet(Claiming.Unknown::new);
    }

    /** Claims with what somebody typed, who also named the user; whoever calls counts the guesses. */
    public Claiming claim(String userId, String typed, NewPhone phone) {
        Optional<Secret> code = Crockford.read(typed, PairingSecrets.CODE_LENGTH);
        List<Pairing> open = store.open(userId, clock.instant());
        return open.stream()
                .filter(pairing -> code.isPresent()
                        && matches(secrets.code(pairing), code.get().reveal()))
                .findFirst()
                .map(pairing -> claim(pairing, phone))
                .orElseGet(Claiming.Unknown::new);
    }

    private Claiming claim(Pairing pairing, NewPhone phone) {
        if (store.claim(pairing.id(), phone, clock.instant())) {
            return new Claiming.Claimed(store.find(pairing.id()).orElseThrow());
        }
        Pairing now = store.find(pairing.id()).orElse(pairing);
        if (now.isOver(clock.instant())) {
            return new Claiming.Unknown();
        }
        // the answer may have been lost on its way to this very phone
        return now.isOf(phone.key()) ? new Claiming.Claimed(now) : new Claiming.Taken();
    }

    /** Whoever showed the QR code recognises the phone. */
    public boolean confirm(Pairing pairing) {
        return store.move(pairing.id(), Pairing.State.CLAIMED, Pairing.State.CONFIRMED, clock.instant());
    }

    /** The trial's answer, whose signature was checked. A number is counted before it is compared. */
    public Trial tryOut(Pairing pairing, PhoneAnswer answer, String context) {
        boolean isForIt = answer.request().equals(pairing.id())
                && matches(secrets.nonce(pairing).map(Secret::of), answer.nonce())
                && answer.context().equals(context);
        boolean wasTried = pairing.state() == Pairing.State.TRIED && !pairing.isOver(clock.instant());
        if (isForIt && wasTried && isRight(pairing, answer)) {
            // the answer to the first one may have been lost
            return new Trial.Passed();
        }
        if (!isForIt || pairing.state() != Pairing.State.CONFIRMED) {
            return new Trial.None();
        }
        if (answer.decision() != Decision.APPROVE) {
            return store.move(pairing.id(), Pairing.State.CONFIRMED, Pairing.State.OVER, clock.instant())
                    ? new Trial.Declined()
                    : new Trial.None();
        }
        if (!store.spendTry(pairing.id(), Pairing.MOST_TRIES, clock.instant())) {
            return new Trial.None();
        }
        if (isRight(pairing, answer)) {
            return store.move(pairing.id(), Pairing.State.CONFIRMED, Pairing.State.TRIED, clock.instant())
                    ? new Trial.Passed()
                    : new Trial.None();
        }
        int left = Pairing.MOST_TRIES
                - store.find(pairing.id()).map(Pairing::tries).orElse(Pairing.MOST_TRIES);
        if (left <= 0) {
            store.move(pairing.id(), Pairing.State.CONFIRMED, Pairing.State.OVER, clock.instant());
        }
        return new Trial.WrongNumber(Math.max(left, 0));
    }

    private boolean isRight(Pairing pairing, PhoneAnswer answer) {
        return answer.decision() == Decision.APPROVE
                && answer.number() != null
                && matches(secrets.number(pairing), answer.number());
    }

    /** Ends it, however far it came. */
    public void end(Pairing pairing) {
        store.end(pairing.userId(), pairing.origin());
    }

    private static boolean matches(Optional<Secret> secret, String other) {
        return secret.isPresent() && secret.get().matches(other);
    }
}
