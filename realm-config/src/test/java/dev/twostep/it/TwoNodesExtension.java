package dev.twostep.it;

import dev.twostep.it.server.Cluster;
import dev.twostep.it.server.KeycloakRuntime;
import java.lang.reflect.Method;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a cluster when the first test asks for {@link TwoNodes}, and skips such tests where there can be none. */
final class TwoNodesExtension implements ParameterResolver, ExecutionCondition {

    private static final Namespace OURS = Namespace.create(TwoNodesExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isOurs(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ClusterSuite suite = Shared.of(context).cluster().get();
        if (parameter.getParameter().getType() == Cluster.class) {
            return suite.cluster();
        }
        if (!parameter.isAnnotated(FreshRealm.class)) {
            return suite.shippedRealm();
        }
        TwoNodes nodes = suite.newRealm();
        AutoCloseable removal = nodes.first().admin()::delete;
        context.getStore(OURS).put(UUID.randomUUID(), removal);
        return nodes;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<Class<?>> parameters = context.getTestMethod()
                .map(Method::getParameterTypes)
                .map(List::of)
                .orElse(List.of());
        if (parameters.stream().noneMatch(TwoNodesExtension::isOurs)) {
            return ConditionEvaluationResult.enabled("one node will do");
        }
        if (KeycloakRuntime.inContainer()) {
            return ConditionEvaluationResult.disabled("two nodes run as distributions only, not in containers");
        }
        return Cluster.hasDatabase()
                ? ConditionEvaluationResult.enabled("two distributions, one database")
                : ConditionEvaluationResult.disabled("the build brings PostgreSQL for Linux on amd64 only");
    }

    private static boolean isOurs(Class<?> type) {
        return type == TwoNodes.class || type == Cluster.class;
    }
}
