/** Keycloak's own consoles, as a person and an administrator see them. */
@NullMarked
package dev.twostep.it.console;

import org.jspecify.annotations.NullMarked;
