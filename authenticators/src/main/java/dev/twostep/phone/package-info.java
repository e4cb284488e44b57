/** Phone numbers: reading, masking. */
@NullMarked
package dev.twostep.phone;

import org.jspecify.annotations.NullMarked;
