/** What the build cannot bring along and Debian has. */
@NullMarked
package dev.twostep.it.debian;

import org.jspecify.annotations.NullMarked;
