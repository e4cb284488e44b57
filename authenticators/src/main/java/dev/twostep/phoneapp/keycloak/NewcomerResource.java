package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.BruteForce;
import dev.twostep.keycloak.PhoneApi;
import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.ShownContext;
import dev.twostep.phoneapp.ApiError;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.Pairings;
import dev.twostep.phoneapp.PhoneAnswer;
import dev.twostep.phoneapp.Trial;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A phone that is being paired. */
public final class NewcomerResource {

    private final KeycloakSession session;
    private final Pairings pairings;
    private final Pairing pairing;

    NewcomerResource(KeycloakSession session, Pairings pairings, Pairing pairing) {
        this.session = session;
        this.pairings = pairings;
        this.pairing = pairing;
    }

    /** {@code device} of the phone API. */
    @GET
    public Response get() {
        return PhoneApi.ok(new DeviceView(session).pairing(pairings, pairing));
    }

    /** {@code unpair} of the phone API: its owner has thought again. */
    @DELETE
    public Response giveUp() {
        pairings.end(pairing);
        return Response.noContent().build();
    }

    /** {@code tryOut} of the phone API. */
    @POST
    @Path("trial")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tryOut(String body) {
        UserModel user = session.users().getUserById(session.getContext().getRealm(), pairing.userId());
        if (user == null || !user.isEnabled() || BruteForce.isLocked(session, user)) {
            return PhoneApi.error(ApiError.ACCOUNT_LOCKED);
        }
        Optional<PhoneAnswer> answer =
                session.getProvider(PhonesProvider.class).answer(Objects.requireNonNull(pairing.phone()), body);
        if (answer.isEmpty()) {
            return PhoneApi.error(ApiError.INVALID_ANSWER);
        }
        Trial trial = pairings.tryOut(pairing, answer.get(), ShownContext.hash(new TrialContext(session).of(pairing)));
        if (trial instanceof Trial.WrongNumber wrong) {
            return PhoneApi.error(ApiError.WRONG_NUMBER, Map.of("triesLeft", wrong.triesLeft()));
        }
        if (trial instanceof Trial.None) {
            return PhoneApi.error(ApiError.ALREADY_ANSWERED);
        }
        Pairing now = pairings.find(pairing.id()).orElse(pairing);
        if (trial instanceof Trial.Passed) {
            new HandedOver(session, pairings).finish(now);
        }
        return PhoneApi.ok(new DeviceView(session).pairing(pairings, now));
    }
}
