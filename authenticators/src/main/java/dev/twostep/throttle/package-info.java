/** Every limit of the suite. */
@NullMarked
package dev.twostep.throttle;

import org.jspecify.annotations.NullMarked;
