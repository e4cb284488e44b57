/** Signing in by plain HTTP, where a browser would be too slow or too tidy. */
@NullMarked
package dev.twostep.it.login;

import org.jspecify.annotations.NullMarked;
