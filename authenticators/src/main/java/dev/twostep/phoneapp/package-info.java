/** Phones as a second factor: pairing, their keys, what they sign, and their login codes. */
@NullMarked
package dev.twostep.phoneapp;

import org.jspecify.annotations.NullMarked;
