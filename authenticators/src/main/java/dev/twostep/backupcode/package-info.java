/** Backup codes: an ordered set for each user, used one after the other. */
@NullMarked
package dev.twostep.backupcode;

import org.jspecify.annotations.NullMarked;
