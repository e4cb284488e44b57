package dev.twostep.lifecycle.keycloak;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.credential.CredentialModel;

/** How high a user with a second factor gets in a flow: a level that the flow lacks, or whose credentials the user lacks, is out of reach. */
final class ReachableLevel {

    private final AuthenticationFlowContext context;

    ReachableLevel(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** The highest that is not above {@code level}; never below that of a second factor. */
    int atMost(int level) {
        if (level <= StepUpAuthenticator.SECOND_FACTOR) {
            return StepUpAuthenticator.SECOND_FACTOR;
        }
        Map<String, Integer> levels =
                LoAUtil.getCredentialTypesToLoAMap(context.getSession(), context.getRealm(), context.getTopLevelFlow());
        Set<String> types = context.getUser()
                .credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialModel::getType)
                .collect(Collectors.toUnmodifiableSet());
        return LoAUtil.getLoaMaxAgesConfiguredInRealmFlow(
                        context.getRealm(), context.getTopLevelFlow().getId())
                .keySet()
                .stream()
                .filter(configured -> configured <= level)
                .filter(configured -> !levels.containsValue(configured)
                        || types.stream().anyMatch(type -> configured.equals(levels.get(type))))
                .max(Integer::compare)
                .map(reached -> Math.max(reached, StepUpAuthenticator.SECOND_FACTOR))
                .orElse(StepUpAuthenticator.SECOND_FACTOR);
    }
}
