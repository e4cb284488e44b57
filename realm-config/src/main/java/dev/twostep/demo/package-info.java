/** {@code ./mvnw -Pdemo}: a Keycloak with Twostep in it, to try by hand. */
@NullMarked
package dev.twostep.demo;

import org.jspecify.annotations.NullMarked;
