package dev.twostep.sms;

import dev.twostep.phone.PhoneNumber;

/**
 * Somebody stands before the code page.
 *
 * @param owner      whose code
 * @param number     where it goes
 * @param addressKey keyed hash of the network address that asks, for the limit per address
 * @param wording    the text around the code, in the person's language
 */
public record CodeRequest(CodeOwner owner, PhoneNumber number, String addressKey, CodeWording wording) {}
