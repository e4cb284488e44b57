package dev.twostep.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs the running server. Its constructor and methods may ask for a {@link Realm} (a fresh one with
 * {@link FreshRealm}), a {@link dev.twostep.it.browser.Browser}, a {@link dev.twostep.it.server.KeycloakRuntime}, a
 * {@link dev.twostep.it.server.FakeTwilio} or a {@link dev.twostep.it.server.FakeHttpGateway}. Methods may also ask for
 * {@link TwoNodes}, which starts a cluster beside it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ServerExtension.class, TwoNodesExtension.class})
public @interface ServerTest {}
