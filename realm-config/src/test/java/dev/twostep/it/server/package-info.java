/** The server that the tests drive, and the outside world that it sees. */
@NullMarked
package dev.twostep.it.server;

import org.jspecify.annotations.NullMarked;
