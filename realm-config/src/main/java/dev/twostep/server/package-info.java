/** A Keycloak server as a child process, for the demo and for the tests. */
@NullMarked
package dev.twostep.server;

import org.jspecify.annotations.NullMarked;
