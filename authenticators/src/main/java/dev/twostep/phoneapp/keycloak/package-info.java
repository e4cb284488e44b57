/** Phones inside Keycloak: their credential, pairing, the phone API, and the page that is the app. */
@NullMarked
package dev.twostep.phoneapp.keycloak;

import org.jspecify.annotations.NullMarked;
