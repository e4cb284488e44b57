package dev.twostep.sms;

import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import java.time.Duration;

/**
 * One text message on its way to a carrier.
 *
 * @param to       who gets it
 * @param body     the whole text; secret, because it may hold a code
 * @param validFor how long delivering it still makes sense; a gateway that can, tells the carrier to drop it later
 */
public record TextMessage(PhoneNumber to, Secret body, Duration validFor) {}
