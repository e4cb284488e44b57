/** Login requests inside Keycloak: the sign-in step, what phones ask and answer, and waking them. */
@NullMarked
package dev.twostep.push.keycloak;

import org.jspecify.annotations.NullMarked;
