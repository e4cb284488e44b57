package dev.twostep.phoneapp;

import org.jspecify.annotations.Nullable;

/** A phone whose answers count, whether it is paired or being paired. */
public sealed interface AnsweringPhone permits NewPhone, Phone {

    /** What its owner calls it. */
    String name();

    /** Signs all that it says. */
    DeviceKey key();

    /** Signs beside it what approves; null if the phone has no screen lock, or its owner wants to approve without. */
    @Nullable ApprovalKey approvalKey();

    default String id() {
        return key().id();
    }
}
