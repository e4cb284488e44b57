/** What the adapters of all features share. */
@NullMarked
package dev.twostep.keycloak;

import org.jspecify.annotations.NullMarked;
