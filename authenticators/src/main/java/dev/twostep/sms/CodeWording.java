package dev.twostep.sms;

import dev.twostep.secret.Secret;

/** Puts a code into words: the whole text message, in the person's language, ending in the domain-bound line. */
@FunctionalInterface
public interface CodeWording {

    Secret around(Secret digits);
}
