/** The steps and actions that hold the factors together. */
@NullMarked
package dev.twostep.lifecycle.keycloak;

import org.jspecify.annotations.NullMarked;
