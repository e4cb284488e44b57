/** Backup codes in Keycloak. */
@NullMarked
package dev.twostep.backupcode.keycloak;

import org.jspecify.annotations.NullMarked;
