/** The text-message factor inside Keycloak. */
@NullMarked
package dev.twostep.sms.keycloak;

import org.jspecify.annotations.NullMarked;
