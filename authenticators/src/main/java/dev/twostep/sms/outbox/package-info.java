/** A gateway that sends nothing and shows everything: for the demo and for tests. */
@NullMarked
package dev.twostep.sms.outbox;

import org.jspecify.annotations.NullMarked;
