package dev.twostep.keycloak;

import dev.twostep.phoneapp.ApiError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.common.util.Time;

/**
 * The answers of the phone API. A refusal is an answer and not an exception, which would undo what was counted; and each tells the time, by which a phone
 * corrects its clock.
 */
public final class PhoneApi {

    private PhoneApi() {}

    public static Response ok(Map<String, Object> body) {
        return answer(Response.Status.OK.getStatusCode(), body);
    }

    public static Response created(Map<String, Object> body) {
        return answer(Response.Status.CREATED.getStatusCode(), body);
    }

    public static Response error(ApiError error) {
        return error(error, Map.of());
    }

    /** @param more of what the phone has to know */
    public static Response error(ApiError error, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error.label());
        body.putAll(more);
        return answer(error.status(), body);
    }

    /** A limit has bitten. */
    public static Response tooMany(Instant until) {
        long seconds = Duration.between(Source.CLOCK.instant(), until).toSeconds() + 1;
        return error(ApiError.TOO_MANY_REQUESTS, Map.of("retryAfter", Math.max(1, seconds)));
    }

    private static Response answer(int status, Map<String, Object> body) {
        Map<String, Object> timed = new LinkedHashMap<>(body);
        timed.put("now", Time.currentTimeMillis() / 1000);
        return Response.status(status)
                .entity(timed)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
