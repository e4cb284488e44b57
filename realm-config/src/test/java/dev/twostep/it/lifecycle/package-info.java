/** What turning two-factor sign-in on means for sign-ins that had begun before, on a running server. */
@NullMarked
package dev.twostep.it.lifecycle;

import org.jspecify.annotations.NullMarked;
