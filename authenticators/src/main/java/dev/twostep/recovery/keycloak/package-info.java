/** The help pages inside Keycloak. */
@NullMarked
package dev.twostep.recovery.keycloak;

import org.jspecify.annotations.NullMarked;
