/** Measurements, which {@code ./mvnw -Pbenchmark verify} takes and {@code ./mvnw verify} does not. */
@NullMarked
package dev.twostep.it.bench;

import org.jspecify.annotations.NullMarked;
