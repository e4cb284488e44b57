package dev.twostep.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a parameter of type {@link Realm}: a copy of the shipped realm for this test alone (or, on a parameter of the
 * constructor or of {@code @BeforeAll}, for this class), for tests that change what a realm allows.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshRealm {}
