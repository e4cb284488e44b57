package dev.twostep.push.keycloak;

import dev.twostep.push.LoginRequest;
import dev.twostep.push.LoginRequests;
import dev.twostep.push.RequestStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A login request as the phone API shows it. */
final class RequestView {

    private final LoginRequests requests;
    private final Instant now;

    RequestView(LoginRequests requests, Instant now) {
        this.requests = requests;
        this.now = now;
    }

    Map<String, Object> of(LoginRequest request) {
        RequestStatus status = request.status(now);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", request.id());
        view.put("status", status.label());
        view.put("created", request.createdAt().getEpochSecond());
        view.put("expires", request.expiresAt().getEpochSecond());
        view.put("digits", request.digits());
        view.put("context", request.asker().context());
        view.put("canReport", status != RequestStatus.REPORTED);
        if (status != RequestStatus.REPORTED) {
            requests.secrets().nonce(request).ifPresent(nonce -> view.put("nonce", nonce));
        }
        if (status == RequestStatus.PENDING) {
            view.put("triesLeft", request.triesLeft());
        }
        view.put("now", now.getEpochSecond());
        return view;
    }
}
