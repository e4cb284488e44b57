package dev.twostep.sms;

import dev.twostep.throttle.Claim;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What a worker does with one text: claims it, sends it once, writes down what became of it. */
public final class TextDelivery {

    private final TextCodeStore store;
    private final Consumer<Claim> giveBack;
    private final SmsGateway gateway;
    private final InstantSource clock;

    /**
     * Wires a worker.
     *
     * @param giveBack returns the wait of a text that surely was not sent
     */
    public TextDelivery(TextCodeStore store, Consumer<Claim> giveBack, SmsGateway gateway, InstantSource clock) {
        this.store = store;
        this.giveBack = giveBack;
        this.gateway = gateway;
        this.clock = clock;
    }

    public void deliver(PendingText text) {
        if (!store.moveDelivery(text.codeId(), Delivery.QUEUED, Delivery.SENDING, null, clock.instant())) {
            return;
        }
        SendOutcome outcome = gateway.send(text.message());
        if (outcome instanceof SendOutcome.Accepted) {
            reached(text, Delivery.ACCEPTED);
        } else if (outcome instanceof SendOutcome.Unsure) {
            reached(text, Delivery.UNSURE);
        } else {
            Refusal why = outcome instanceof SendOutcome.Refused refused ? refused.why() : null;
            Delivery end = why == null ? Delivery.NOT_SENT : Delivery.REFUSED;
            store.moveDelivery(text.codeId(), Delivery.SENDING, end, why, clock.instant());
            giveBack.accept(text.pause());
        }
    }

    private void reached(PendingText text, Delivery end) {
        store.moveDelivery(text.codeId(), Delivery.SENDING, end, null, clock.instant());
    }
}
