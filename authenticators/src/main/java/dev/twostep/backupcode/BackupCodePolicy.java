package dev.twostep.backupcode;

/**
 * How a realm wants backup codes.
 *
 * @param outOfOrder        what happens to an active code that is not the next one
 * @param wrongCodesPerUser wrong codes of one user in an hour, over all sign-ins; none is compared after that
 */
public record BackupCodePolicy(OutOfOrder outOfOrder, int wrongCodesPerUser) {}
