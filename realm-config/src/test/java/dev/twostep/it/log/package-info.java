/** What ends up in the log. */
@NullMarked
package dev.twostep.it.log;

import org.jspecify.annotations.NullMarked;
