/** What every test with a running server needs. */
@NullMarked
package dev.twostep.it;

import org.jspecify.annotations.NullMarked;
