/** A gateway over plain HTTP, described by settings, and the HTTP exchange that every gateway uses. */
@NullMarked
package dev.twostep.sms.http;

import org.jspecify.annotations.NullMarked;
