/** The phone app's server side, against a phone that is written from the published API alone. */
@NullMarked
package dev.twostep.it.phone;

import org.jspecify.annotations.NullMarked;
