/** The shipped realm as it is, before any second factor. */
@NullMarked
package dev.twostep.it.realm;

import org.jspecify.annotations.NullMarked;
