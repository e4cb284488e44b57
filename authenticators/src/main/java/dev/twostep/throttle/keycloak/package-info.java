/** The limits in Keycloak's database. */
@NullMarked
package dev.twostep.throttle.keycloak;

import org.jspecify.annotations.NullMarked;
