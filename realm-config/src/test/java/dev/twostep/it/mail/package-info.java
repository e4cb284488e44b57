/** The mails of the running server. */
@NullMarked
package dev.twostep.it.mail;

import org.jspecify.annotations.NullMarked;
