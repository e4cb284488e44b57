/** Temporary passwords in Keycloak: the user's action, the direct grant, and what other servers ask. */
@NullMarked
package dev.twostep.apppassword.keycloak;

import org.jspecify.annotations.NullMarked;
