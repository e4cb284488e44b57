package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.SendQueue;
import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.keycloak.UnsafePolicy;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.sms.CodeDigits;
import dev.twostep.sms.CodeOwner;
import dev.twostep.sms.CodeRequest;
import dev.twostep.sms.Dispatcher;
import dev.twostep.sms.Purpose;
import dev.twostep.sms.SmsPolicy;
import dev.twostep.sms.TextCodes;
import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The text-message feature, wired for one realm and one Keycloak session. */
public final class SmsProvider implements Provider {

    static final InstantSource CLOCK = () -> Instant.ofEpochMilli(Time.currentTimeMillis());

    private static final int ID_BYTES = 16;

    private final KeycloakSession session;
    private final SendQueue queue;
    private final RealmKeys keys;
    private final SmsPolicy policy;

    SmsProvider(KeycloakSession session, SendQueue queue, UnsafePolicy unsafe) {
        this.session = session;
        this.queue = queue;
        this.keys = new RealmKeys(session);
        this.policy = SmsPolicies.read(session).policy();
        unsafe.note(session, SmsPolicies.unsafe(session));
    }

    SmsPolicy policy() {
        return policy;
    }

    RealmKeys keys() {
        return keys;
    }

    TextCodes codes() {
        return new TextCodes(
                policy,
                new JpaTextCodeStore(session.getKeycloakSessionFactory(), realmId()),
                session.getProvider(ThrottleProvider.class),
                new CodeDigits(keys.macKey("text-code")),
                dispatcher(),
                CLOCK,
                () -> SecretGenerator.getInstance().generateBase64SecureId(ID_BYTES));
    }

    Dispatcher dispatcher() {
        return new QueueDispatcher(session.getKeycloakSessionFactory(), realmId(), queue, CLOCK);
    }

    /** Binds a request to this browser: tabs share the root authentication session, other browsers have another. */
    CodeRequest request(Purpose purpose, UserModel user, PhoneNumber number, AuthenticationSessionModel login) {
        CodeOwner owner = new CodeOwner(
                user.getId(),
                purpose,
                keys.hash("browser", login.getParentSession().getId()),
                keys.hash("number", number.e164()));
        String address =
                keys.hash("address", session.getContext().getConnection().getRemoteHost());
        return new CodeRequest(owner, number, address, new SmsWording(session, user).code(purpose));
    }

    private String realmId() {
        return session.getContext().getRealm().getId();
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
