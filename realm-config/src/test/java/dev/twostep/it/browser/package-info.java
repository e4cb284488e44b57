/** Signing in with a real browser. */
@NullMarked
package dev.twostep.it.browser;

import org.jspecify.annotations.NullMarked;
