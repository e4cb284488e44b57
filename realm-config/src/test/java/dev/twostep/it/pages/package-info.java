/** Our pages as a person meets them: a real browser against the real flow. */
@NullMarked
package dev.twostep.it.pages;

import org.jspecify.annotations.NullMarked;
