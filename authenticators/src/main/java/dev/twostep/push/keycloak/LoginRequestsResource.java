package dev.twostep.push.keycloak;

import dev.twostep.keycloak.BruteForce;
import dev.twostep.keycloak.PhoneApi;
import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.PhonesProvider.Call;
import dev.twostep.keycloak.ShownContext;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.WaitingRoom;
import dev.twostep.phoneapp.ApiError;
import dev.twostep.phoneapp.PhoneAnswer;
import dev.twostep.phoneapp.PhoneAnswer.Decision;
import dev.twostep.push.Answering;
import dev.twostep.push.LoginRequest;
import dev.twostep.push.LoginRequests;
import dev.twostep.push.RequestStatus;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/** {@code /twostep/login-requests}: what a phone asks and answers, and where a browser waits. */
public final class LoginRequestsResource {

    private static final int MOST_SHOWN = 20;

    private final KeycloakSession session;
    private final WaitingRoom room;

    LoginRequestsResource(KeycloakSession session, WaitingRoom room) {
        this.session = session;
        this.room = room;
    }

    /** {@code loginRequests} of the phone API. */
    @GET
    public Response list() {
        return with(caller -> {
            LoginRequests requests = Push.of(session).requests();
            Instant now = Source.CLOCK.instant();
            RequestView view = new RequestView(requests, now);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put(
                    "requests",
                    requests.recent(caller.user().getId(), MOST_SHOWN, now.minus(LoginRequestCleanup.KEPT)).stream()
                            .map(view::of)
                            .toList());
            return PhoneApi.ok(body);
        });
    }

    /** {@code loginRequest} of the phone API. */
    @GET
    @Path("{request}")
    public Response get(@PathParam("request") String id) {
        return with(
                caller -> own(caller, id).map(this::shown).orElseGet(() -> PhoneApi.error(ApiError.UNKNOWN_REQUEST)));
    }

    /** {@code answer} of the phone API. */
    @POST
    @Path("{request}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("request") String id, String body) {
        return with(caller -> own(caller, id)
                .map(request -> answer(caller, request, body))
                .orElseGet(() -> PhoneApi.error(ApiError.UNKNOWN_REQUEST)));
    }

    /** The browser that asked waits here; whoever knows the id learns no more than that it was answered. */
    @GET
    @Path("{request}/wait")
    public CompletionStage<Response> waitFor(@PathParam("request") String id) {
        return room.enter(id);
    }

    private Response answer(Call.By caller, LoginRequest request, String body) {
        Optional<PhoneAnswer> answer = session.getProvider(PhonesProvider.class).answer(caller.phone(), body);
        PhoneAnswers answers = new PhoneAnswers(session, caller.user(), caller.phone());
        if (answer.isEmpty()) {
            answers.refused();
            return PhoneApi.error(ApiError.INVALID_ANSWER);
        }
        boolean locked = !caller.user().isEnabled() || BruteForce.isLocked(session, caller.user());
        if (locked && answer.get().decision() == Decision.APPROVE) {
            return PhoneApi.error(ApiError.ACCOUNT_LOCKED);
        }
        LoginRequests requests = Push.of(session).requests();
        Answering answering = requests.answer(
                request,
                answer.get(),
                caller.phone().id(),
                ShownContext.hash(request.asker().context()));
        answers.counted(request, answering);
        if (answer.get().decision() == Decision.NOT_ME
                && answering instanceof Answering.Over over
                && over.status() == RequestStatus.REPORTED) {
            answers.reportedAgain(request);
        }
        return response(request, answering);
    }

    private Response response(LoginRequest request, Answering answering) {
        if (answering instanceof Answering.Counted) {
            return shown(Push.of(session).requests().find(request.id()).orElse(request));
        }
        if (answering instanceof Answering.WrongNumber wrong) {
            return PhoneApi.error(ApiError.WRONG_NUMBER, Map.of("triesLeft", wrong.triesLeft()));
        }
        if (answering instanceof Answering.Over over) {
            return PhoneApi.error(
                    ApiError.ALREADY_ANSWERED, Map.of("status", over.status().label()));
        }
        return PhoneApi.error(ApiError.INVALID_ANSWER);
    }

    private Response shown(LoginRequest request) {
        return PhoneApi.ok(new RequestView(Push.of(session).requests(), Source.CLOCK.instant()).of(request));
    }

    private Optional<LoginRequest> own(Call.By caller, String id) {
        return Push.of(session).requests().find(id).filter(request -> request.asker()
                .userId()
                .equals(caller.user().getId()));
    }

    private Response with(Function<Call.By, Response> work) {
        Call call = session.getProvider(PhonesProvider.class).call();
        if (call instanceof Call.By by) {
            return work.apply(by);
        }
        return PhoneApi.error(call instanceof Call.Refused refused ? refused.error() : ApiError.UNKNOWN_DEVICE);
    }
}
