package dev.twostep.push.webpush;

/**
 * Whom a notification is sent to.
 *
 * @param trusted listed by an admin, so its addresses need not be public
 */
record Destination(Origin origin, boolean trusted) {}
