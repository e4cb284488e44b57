/** Backup codes in a running server. */
@NullMarked
package dev.twostep.it.backupcode;

import org.jspecify.annotations.NullMarked;
