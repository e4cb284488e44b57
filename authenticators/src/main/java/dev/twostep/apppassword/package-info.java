/** Temporary passwords for apps that cannot show a sign-in page: one app each, for a while, beside two-factor sign-in. */
@NullMarked
package dev.twostep.apppassword;

import org.jspecify.annotations.NullMarked;
