/** Login requests on the phone: their states, their numbers, and what keeps them from being a nuisance. */
@NullMarked
package dev.twostep.push;

import org.jspecify.annotations.NullMarked;
