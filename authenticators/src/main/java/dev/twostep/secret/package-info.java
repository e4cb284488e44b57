/** Secrets as types. */
@NullMarked
package dev.twostep.secret;

import org.jspecify.annotations.NullMarked;
