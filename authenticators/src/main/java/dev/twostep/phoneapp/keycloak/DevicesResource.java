package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PhoneApi;
import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.PhonesProvider.Call;
import dev.twostep.keycloak.WaitingRoom;
import dev.twostep.phoneapp.ApiError;
import dev.twostep.phoneapp.Claiming;
import dev.twostep.phoneapp.DeviceKey;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.Pairings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.keycloak.models.KeycloakSession;

/** {@code /twostep/devices}: pairing, and what a phone does about itself. */
public final class DevicesResource {

    private final KeycloakSession session;
    private final WaitingRoom room;

    DevicesResource(KeycloakSession session, WaitingRoom room) {
        this.session = session;
        this.room = room;
    }

    /** {@code pair} of the phone API. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pair(String body) {
        PairingClaim.Outcome outcome =
                new PairingClaim(session).make(JsonBody.read(body).text("claim"));
        if (outcome instanceof PairingClaim.Outcome.Answered answered) {
            return claimed(answered.claiming());
        }
        return outcome instanceof PairingClaim.Outcome.Throttled throttled
                ? PhoneApi.tooMany(throttled.until())
                : PhoneApi.error(ApiError.INVALID_REQUEST);
    }

    private Response claimed(Claiming claiming) {
        if (claiming instanceof Claiming.Claimed claimed) {
            Pairings pairings = RealmPairings.of(session);
            return PhoneApi.created(new DeviceView(session).pairing(pairings, claimed.pairing()));
        }
        return PhoneApi.error(claiming instanceof Claiming.Taken ? ApiError.PAIRING_TAKEN : ApiError.UNKNOWN_PAIRING);
    }

    /** The browser that shows a pairing waits here for it to leave a state. */
    @GET
    @Path("pairings/{pairing}/{state}")
    public CompletionStage<Response> waitFor(@PathParam("pairing") String pairing, @PathParam("state") String state) {
        for (Pairing.State known : Pairing.State.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(state)) {
                return room.enter(JpaPairingStore.waitingId(pairing, known));
            }
        }
        return CompletableFuture.completedFuture(WaitingRoom.answer(true));
    }

    /** Hands over to the phone's own part, if it is this phone that calls. */
    @Path("{device}")
    public Object device(@PathParam("device") String device) {
        Call call = session.getProvider(PhonesProvider.class).call();
        if (call instanceof Call.Refused refused) {
            return new RefusedResource(refused.error());
        }
        if (call instanceof Call.By by && by.phone().id().equals(device)) {
            return new DeviceResource(session, by.user(), by.phone());
        }
        if (call instanceof Call.ByStranger stranger && stranger.key().id().equals(device)) {
            return newcomer(stranger.key());
        }
        return new RefusedResource(ApiError.UNKNOWN_DEVICE);
    }

    private Object newcomer(DeviceKey key) {
        Pairings pairings = RealmPairings.of(session);
        Optional<Pairing> pairing = pairings.of(key).filter(found -> found.state() != Pairing.State.DONE);
        return pairing.isPresent()
                ? new NewcomerResource(session, pairings, pairing.get())
                : new RefusedResource(ApiError.UNKNOWN_DEVICE);
    }

    /** Nothing is at the address itself for a browser. */
    @GET
    public Response nothingHere() {
        return Response.status(Response.Status.NOT_FOUND).build();
    }
}
