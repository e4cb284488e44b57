/** What holds for the policies of all features: they stand in the configuration of required actions, and are kept there. */
@NullMarked
package dev.twostep.policy;

import org.jspecify.annotations.NullMarked;
