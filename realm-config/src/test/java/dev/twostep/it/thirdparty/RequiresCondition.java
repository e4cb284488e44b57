package dev.twostep.it.thirdparty;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks before anything of the class is started. */
final class RequiresCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ServerProgram program =
                context.getRequiredTestClass().getAnnotation(Requires.class).value();
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("the class has looked");
        }
        return program.obstacle()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled(program + " is here"));
    }
}
