package dev.twostep.sms.outbox;

import dev.twostep.phone.PhoneNumber;
import dev.twostep.secret.Secret;
import java.time.Instant;

/** A text message that was kept instead of sent. */
public record OutboxMessage(PhoneNumber to, Secret body, Instant at) {}
