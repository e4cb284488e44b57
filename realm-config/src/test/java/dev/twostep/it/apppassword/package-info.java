/** Temporary passwords for apps: made in a browser, used by apps without one. */
@NullMarked
package dev.twostep.it.apppassword;

import org.jspecify.annotations.NullMarked;
