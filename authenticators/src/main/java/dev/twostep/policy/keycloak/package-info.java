/** Keeping policies in Keycloak. */
@NullMarked
package dev.twostep.policy.keycloak;

import org.jspecify.annotations.NullMarked;
