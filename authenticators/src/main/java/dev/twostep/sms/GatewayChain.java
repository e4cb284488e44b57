package dev.twostep.sms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The realm's gateways in order. The next one is tried only if the one before surely did not send and another one may: a text
 * is never sent twice, and nobody who opted out is reached by another road.
 */
public final class GatewayChain implements SmsGateway {

    private static final SendOutcome NO_GATEWAY = new SendOutcome.Refused(Refusal.MISCONFIGURED, "no-gateway");

    private final Map<String, SmsGateway> gateways;
    private final BiConsumer<String, SendOutcome> observer;

    /**
     * @param gateways by provider id, in the order of the policy
     * @param observer is told every answer, with the gateway's id
     */
    public GatewayChain(Map<String, SmsGateway> gateways, BiConsumer<String, SendOutcome> observer) {
        this.gateways = new LinkedHashMap<>(gateways);
        this.observer = observer;
    }

    @Override
    public SendOutcome send(TextMessage message) {
        SendOutcome last = NO_GATEWAY;
        for (Map.Entry<String, SmsGateway> gateway : gateways.entrySet()) {
            last = answer(gateway.getValue(), message);
            observer.accept(gateway.getKey(), last);
            if (!nextMayTry(last)) {
                return last;
            }
        }
        return last;
    }

    /** A gateway must not throw. One that does may have sent the text, so nothing else may try. */
    private static SendOutcome answer(SmsGateway gateway, TextMessage message) {
        try {
            return gateway.send(message);
        } catch (RuntimeException defect) {
            return new SendOutcome.Unsure(defect.getClass().getSimpleName());
        }
    }

    private static boolean nextMayTry(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return refused.why().anotherGatewayMayTry();
        }
        return outcome instanceof SendOutcome.NotSent;
    }
}
