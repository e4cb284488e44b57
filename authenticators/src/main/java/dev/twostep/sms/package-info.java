/** The text code: making it, sending it, checking it. */
@NullMarked
package dev.twostep.sms;

import org.jspecify.annotations.NullMarked;
