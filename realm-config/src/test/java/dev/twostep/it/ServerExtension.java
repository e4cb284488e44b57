package dev.twostep.it;

import dev.twostep.it.browser.Browser;
import dev.twostep.it.mail.Mailbox;
import dev.twostep.it.server.FakeHttpGateway;
import dev.twostep.it.server.FakeTwilio;
import dev.twostep.it.server.KeycloakRuntime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the server when the first test asks for it, and hands out the tools. */
final class ServerExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace OURS = Namespace.create(ServerExtension.class);

    private static final Map<Class<?>, Function<Suite, Object>> TOOLS = Map.of(
            KeycloakRuntime.class, Suite::server,
            FakeTwilio.class, Suite::twilio,
            FakeHttpGateway.class, Suite::httpGateway,
            Mailbox.class, Suite::mailbox,
            Browser.class, Suite::browser,
            Realm.class, Suite::shippedRealm);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TOOLS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.isAnnotated(FreshRealm.class)) {
            Realm realm = suite(context).newRealm();
            // Removed with the scope that asked for it.
            AutoCloseable removal = realm.admin()::delete;
            context.getStore(OURS).put(UUID.randomUUID(), removal);
            return realm;
        }
        return TOOLS.get(parameter.getParameter().getType()).apply(suite(context));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Suite suite = Shared.of(context).suite().ifStarted();
        Browser browser = suite == null ? null : suite.browserIfStarted();
        if (browser != null && context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            browser.screenshot("failed-" + test);
        }
    }

    private static Suite suite(ExtensionContext context) {
        return Shared.of(context).suite().get();
    }
}
