/** Twilio behind the gateway port. */
@NullMarked
package dev.twostep.sms.twilio;

import org.jspecify.annotations.NullMarked;
