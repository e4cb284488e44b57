/** Keycloak's admin API, as far as tests need it. */
@NullMarked
package dev.twostep.it.admin;

import org.jspecify.annotations.NullMarked;
