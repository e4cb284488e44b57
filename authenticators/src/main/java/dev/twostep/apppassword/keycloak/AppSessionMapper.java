package dev.twostep.apppassword.keycloak;

import dev.twostep.keycloak.AppSession;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.services.ErrorResponseException;

/**
 * The claim {@code twostep_credential}: with what an app signed the user in without a page. It is also what marks a client for temporary
 * passwords, so no such client is without it; and as Keycloak asks it for user info, it refuses that once the temporary password has ended.
 */
public final class AppSessionMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    public static final String ID = "twostep-app-session-mapper";

    private static final List<ProviderConfigProperty> CONFIG = config();

    private static List<ProviderConfigProperty> config() {
        List<ProviderConfigProperty> config = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(config, AppSessionMapper.class);
        return List.copyOf(config);
    }

    /** Whatever the mapper's switches say: no token of an app is without the claim. */
    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        setClaim(token, mapper, userSession, session, context);
        return token;
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        requireLive(session, userSession);
        return super.transformUserInfoToken(token, mapper, session, userSession, context);
    }

    private static void requireLive(KeycloakSession session, UserSessionModel userSession) {
        if (LiveSession.isLive(session, userSession)) {
            return;
        }
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.USER_INFO_REQUEST)
                .client(session.getContext().getClient())
                .user(userSession.getUser())
                .session(userSession)
                .error(AppPasswordEvent.ENDED);
        throw new ErrorResponseException(
                OAuthErrorException.INVALID_TOKEN,
                "What this session was opened with has ended",
                Response.Status.UNAUTHORIZED);
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        AppSession.credentialType(userSession)
                .ifPresent(type -> token.getOtherClaims().put(AppSession.CREDENTIAL_TYPE, type));
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return CONFIG;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Twostep: temporary passwords for this app";
    }

    @Override
    public String getHelpText() {
        return "Adds the claim " + AppSession.CREDENTIAL_TYPE
                + " to what an app obtained without a page, and ends it with its" + " temporary password.";
    }

    @Override
    public String getId() {
        return ID;
    }
}
