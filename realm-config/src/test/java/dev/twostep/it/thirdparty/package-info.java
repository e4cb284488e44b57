/** Servers of other people that ask Keycloak about a name and a password, with the configurations that the docs show. */
@NullMarked
package dev.twostep.it.thirdparty;

import org.jspecify.annotations.NullMarked;
