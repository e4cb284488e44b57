/** Reading the text messages of the demo gateway. */
@NullMarked
package dev.twostep.it.outbox;

import org.jspecify.annotations.NullMarked;
