package dev.twostep.apppassword.keycloak;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.protocol.oidc.TokenManager;

/**
 * Which clients may take temporary passwords (A2): those that an admin has marked, and that have no power over the account or the realm in their
 * scope. The mark is {@link AppSessionMapper}, in the client itself or in a client scope that it has by default, so that no token of a marked
 * client is without its claim. Keycloak's APIs refuse such tokens anyway ({@link AppTokens}); this keeps them from other servers that would take them
 * for an admin's.
 */
final class AppClients {

    private static final Set<String> REALM_ADMIN_ROLES = Set.of(AdminRoles.ADMIN, AdminRoles.CREATE_REALM);

    private final KeycloakSession session;
    private final RealmModel realm;

    AppClients(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Those that a user can choose from. */
    Stream<ClientModel> marked() {
        return realm.getClientsStream().filter(this::isMarked);
    }

    /** Those that would take a password that this user makes for them. */
    Stream<ClientModel> usable(UserModel user) {
        return marked().filter(client -> refusal(client, user, "").isEmpty());
    }

    /** Why this client may not, as an event says it; empty if it may. */
    Optional<String> refusal(ClientModel client, UserModel user, String scopeParameter) {
        if (!isMarked(client)) {
            return Optional.of(AppPasswordEvent.CLIENT_NOT_MARKED);
        }
        Set<ClientScopeModel> scopes = TokenManager.getRequestedClientScopes(session, scopeParameter, client, user)
                .collect(Collectors.toSet());
        if (scopes.stream().anyMatch(scope -> OAuth2Constants.OFFLINE_ACCESS.equals(scope.getName()))) {
            return Optional.of(AppPasswordEvent.OFFLINE_ACCESS);
        }
        return client.isFullScopeAllowed() || hasPower(client, scopes)
                ? Optional.of(AppPasswordEvent.CLIENT_TOO_POWERFUL)
                : Optional.empty();
    }

    /** Never true for a client of Keycloak's own. */
    boolean isMarked(ClientModel client) {
        return client.isEnabled()
                && !isKeycloaks(client)
                && Stream.concat(
                                Stream.of(client),
                                client.getClientScopes(true).values().stream()
                                        // one with roles is dropped for users who lack them, and its mapper with it
                                        .filter(scope -> scope.getScopeMappingsStream()
                                                .findAny()
                                                .isEmpty()))
                        .flatMap(ClientScopeModel::getProtocolMappersStream)
                        .anyMatch(mapper -> AppSessionMapper.ID.equals(mapper.getProtocolMapper()));
    }

    private boolean isKeycloaks(ClientModel client) {
        return Constants.defaultClients.contains(client.getClientId());
    }

    private boolean hasPower(ClientModel client, Set<ClientScopeModel> scopes) {
        Set<RoleModel> roles = Stream.concat(
                        Stream.concat(client.getRolesStream(), client.getScopeMappingsStream()),
                        scopes.stream().flatMap(ClientScopeModel::getScopeMappingsStream))
                .collect(Collectors.toSet());
        return RoleUtils.expandCompositeRoles(roles).stream().anyMatch(this::isPowerful);
    }

    private boolean isPowerful(RoleModel role) {
        if (role.getContainer() instanceof ClientModel client) {
            return isKeycloaks(client) || (isMaster() && client.getClientId().endsWith(AdminRoles.APP_SUFFIX));
        }
        return isMaster() && REALM_ADMIN_ROLES.contains(role.getName());
    }

    private boolean isMaster() {
        return realm.getName().equals(Config.getAdminRealm());
    }
}
