package dev.twostep.apppassword.keycloak;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;
import org.keycloak.protocol.saml.SamlConfigAttributes;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * Where an app can still sign in with the account password alone: realms whose direct grant is not ours, and clients that have one of their own. Whoever may
 * look at a realm's settings and clients may read it; from the master realm, for every realm of which that is true.
 */
public final class DirectGrantReport {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;

    DirectGrantReport(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
    }

    /**
     * One realm.
     *
     * @param flow    the realm's direct grant
     * @param guarded whether it takes temporary passwords only
     * @param clients those with another direct grant that is not guarded, and those that use the realm's while it is not
     */
    private record RealmEntry(
            @JsonProperty("realm") String realm,
            @JsonProperty("flow") @Nullable String flow,
            @JsonProperty("guarded") boolean guarded,
            @JsonProperty("clients") List<ClientEntry> clients) {}

    private record ClientEntry(
            @JsonProperty("clientId") String clientId,
            @JsonProperty("flow") @Nullable String flow) {}

    /** The realms and clients that are not guarded; an empty list is the good answer. */
    @GET
    @Path("direct-grants")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Object> unguarded() {
        permissions.realm().requireViewRealm();
        permissions.clients().requireView();
        AdminAuth admin = permissions.adminAuth();
        Stream<RealmModel> realms = isMaster() ? session.realms().getRealmsStream() : Stream.of(realm);
        return realms.filter(each -> each.equals(realm) || mayView(each, admin))
                .map(DirectGrantReport::entry)
                .filter(entry -> !entry.guarded() || !entry.clients().isEmpty())
                .map(Object.class::cast)
                .toList();
    }

    private boolean isMaster() {
        return realm.getName().equals(Config.getAdminRealm());
    }

    private boolean mayView(RealmModel other, AdminAuth admin) {
        AdminPermissionEvaluator there = AdminPermissions.evaluator(session, other, admin);
        return there.realm().canViewRealm() && there.clients().canView();
    }

    private static RealmEntry entry(RealmModel realm) {
        AuthenticationFlowModel flow = realm.getDirectGrantFlow();
        boolean guarded = isGuarded(realm, flow);
        List<ClientEntry> clients = realm.getClientsStream()
                .filter(ClientModel::isEnabled)
                .flatMap(client -> unguarded(realm, client).stream())
                .toList();
        return new RealmEntry(realm.getName(), alias(flow), guarded, clients);
    }

    private static Optional<ClientEntry> unguarded(RealmModel realm, ClientModel client) {
        if (Boolean.parseBoolean(client.getAttribute(SamlConfigAttributes.SAML_ALLOW_ECP_FLOW))) {
            // Keycloak's own flow for it, which knows no second factor
            return Optional.of(new ClientEntry(client.getClientId(), DefaultAuthenticationFlows.SAML_ECP_FLOW));
        }
        if (!client.isDirectAccessGrantsEnabled()) {
            return Optional.empty();
        }
        String own = client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.DIRECT_GRANT_BINDING);
        AuthenticationFlowModel flow =
                own == null || own.isBlank() ? realm.getDirectGrantFlow() : realm.getAuthenticationFlowById(own);
        return isGuarded(realm, flow)
                ? Optional.empty()
                : Optional.of(new ClientEntry(client.getClientId(), alias(flow)));
    }

    /** Our step is required, and so nothing beside it is enough. */
    private static boolean isGuarded(RealmModel realm, @Nullable AuthenticationFlowModel flow) {
        return flow != null
                && realm.getAuthenticationExecutionsStream(flow.getId())
                        .filter(AuthenticationExecutionModel::isRequired)
                        .anyMatch(step -> AppPasswordAuthenticatorFactory.ID.equals(step.getAuthenticator()));
    }

    private static @Nullable String alias(@Nullable AuthenticationFlowModel flow) {
        return flow == null ? null : flow.getAlias();
    }
}
