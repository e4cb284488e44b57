package dev.twostep.phoneapp;

import org.jspecify.annotations.Nullable;

/**
 * A phone that wants to be paired.
 *
 * @param name           what its owner calls it
 * @param platform       what it is, as it says itself; for people only
 * @param server         the server's part of the {@link LoginKey}
 * @param sealedLoginKey the login key, sealed for this phone
 */
public record NewPhone(
        String name,
        String platform,
        DeviceKey key,
        DeviceKey server,
        String sealedLoginKey,
        @Nullable ApprovalKey approvalKey)
        implements AnsweringPhone {

    public static final int LONGEST_NAME = 60;
}
