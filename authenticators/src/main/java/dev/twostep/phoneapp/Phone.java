package dev.twostep.phoneapp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paired phone.
 *
 * @param name     what its owner calls it
 * @param platform what it is, as it says itself
 * @param server   the server's part of its {@link LoginKey}
 * @param lastUsed on which day, to the hour at best; null if it has signed nobody in yet
 * @param notified whether a push service wakes it
 */
public record Phone(
        String name,
        String platform,
        DeviceKey key,
        DeviceKey server,
        @Nullable ApprovalKey approvalKey,
        @Nullable Instant lastUsed,
        boolean notified)
        implements AnsweringPhone {}
