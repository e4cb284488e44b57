/** Checks what a phone's screen lock signed, with WebAuthn4J, which Keycloak brings. */
@NullMarked
package dev.twostep.phoneapp.webauthn;

import org.jspecify.annotations.NullMarked;
