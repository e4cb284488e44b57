/** What turning two-factor sign-in on and off entails. */
@NullMarked
package dev.twostep.lifecycle;

import org.jspecify.annotations.NullMarked;
