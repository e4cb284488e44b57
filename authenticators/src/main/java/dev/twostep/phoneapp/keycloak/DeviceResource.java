package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.BruteForce;
import dev.twostep.keycloak.PhoneApi;
import dev.twostep.keycloak.PhoneEvent;
import dev.twostep.keycloak.PushKeys;
import dev.twostep.keycloak.PushProvider;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.phoneapp.ApiError;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Phone;
import dev.twostep.push.EndpointCheck;
import dev.twostep.push.PushSubscription;
import dev.twostep.secret.Secret;
import dev.twostep.throttle.Limits;
import dev.twostep.throttle.Permit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A paired phone, to itself. */
public final class DeviceResource {

    private final KeycloakSession session;
    private final UserModel user;
    private final Phone phone;

    DeviceResource(KeycloakSession session, UserModel user, Phone phone) {
        this.session = session;
        this.user = user;
        this.phone = phone;
    }

    /** {@code device} of the phone API. */
    @GET
    public Response get() {
        return PhoneApi.ok(new DeviceView(session).active(user, phone));
    }

    /** {@code rename} of the phone API. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rename(String body) {
        String name = ShortText.of(JsonBody.read(body).text("name"), NewPhone.LONGEST_NAME);
        if (name.isEmpty()) {
            return PhoneApi.error(ApiError.INVALID_REQUEST);
        }
        if (!name.equals(phone.name())) {
            user.credentialManager().updateCredentialLabel(phone.id(), PairedPhone.freeName(user, name));
        }
        Phone renamed = new UserPhones(session, user).find(phone.id()).orElse(phone);
        return PhoneApi.ok(new DeviceView(session).active(user, renamed));
    }

    /** {@code unpair} of the phone API (L2): it needs nothing but the phone's key. */
    @DELETE
    public Response unpair() {
        user.credentialManager().removeStoredCredentialById(phone.id());
        PhoneEvent.of(session, EventType.REMOVE_CREDENTIAL, user)
                .detail(Details.CREDENTIAL_ID, phone.id())
                .success();
        return Response.noContent().build();
    }

    /** {@code subscribe} of the phone API. */
    @PUT
    @Path("subscription")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response subscribe(String body) {
        Permit permit =
                session.getProvider(ThrottleProvider.class).take(List.of(Limits.subscriptionsPerPhone(phone.id())));
        if (permit instanceof Permit.Refused refused) {
            return PhoneApi.tooMany(refused.until());
        }
        Secret subscription = Secret.of(JsonBody.read(body).json());
        Optional<PushSubscription> read = Phones.subscription(subscription);
        if (read.isEmpty() || session.getProvider(PushProvider.class).check(read.get()) == EndpointCheck.FORBIDDEN) {
            return PhoneApi.error(ApiError.INVALID_SUBSCRIPTION);
        }
        String sealed = new RealmKeys(session).seal(PhoneAppCredential.subscriptionPurpose(phone.id()), subscription);
        keep(sealed, PushKeys.currentId(session));
        return Response.noContent().build();
    }

    /** {@code unsubscribe} of the phone API. */
    @DELETE
    @Path("subscription")
    public Response unsubscribe() {
        keep(null, null);
        return Response.noContent().build();
    }

    private void keep(@Nullable String sealed, @Nullable String keyId) {
        new UserPhones(session, user).change(phone.id(), credential -> credential
                .hidden()
                .map(hidden -> credential.with(hidden.withSubscription(sealed, keyId)))
                .orElse(credential));
    }

    /** The part of the phone API that hands over to a new phone. */
    @Path("handover")
    public Object handover() {
        boolean locked = !user.isEnabled() || BruteForce.isLocked(session, user);
        return locked ? new RefusedResource(ApiError.ACCOUNT_LOCKED) : new HandoverResource(session, user, phone);
    }
}
