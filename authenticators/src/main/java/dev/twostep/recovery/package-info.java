/** Help and recovery. */
@NullMarked
package dev.twostep.recovery;

import org.jspecify.annotations.NullMarked;
