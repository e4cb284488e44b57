package dev.twostep.sms.keycloak;

import com.fasterxml.jackson.core.JsonPointer;
import dev.twostep.sms.http.HttpAuth;
import dev.twostep.sms.http.HttpCall;
import dev.twostep.sms.http.HttpVerdict;
import dev.twostep.sms.http.Refusals;
import dev.twostep.sms.http.Statuses;
import dev.twostep.sms.http.SuccessRule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The settings of the gateway {@code http}. What is wrong is said by an exception that begins with the key. */
final class HttpGatewaySettings {

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    private final GatewaySettings settings;

    HttpGatewaySettings(GatewaySettings settings) {
        this.settings = settings;
    }

    HttpCall call() {
        String url = settings.required("url");
        return new HttpCall(
                settings.text("method").orElse(HttpGatewayFactory.DEFAULT_METHOD),
                url,
                settings.flag("allow-plain-http"),
                headers(),
                auth(),
                new HttpCall.Body(
                        settings.text("content-type").orElse(HttpGatewayFactory.DEFAULT_CONTENT_TYPE),
                        settings.text("body").orElse("")));
    }

    HttpVerdict verdict() {
        return new HttpVerdict(
                new SuccessRule(
                        statuses("success", HttpGatewayFactory.DEFAULT_SUCCESS),
                        result(),
                        expression(),
                        pointer("message-id")),
                Refusals.parse(settings.text("refusals").orElse(""), pointer("error-code")),
                statuses("not-sent", HttpGatewayFactory.DEFAULT_NOT_SENT));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        for (String header : BAR.split(settings.text("headers").orElse(""), -1)) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon).strip(),
                        header.substring(colon + 1).strip());
            } else if (!header.isBlank()) {
                throw new IllegalArgumentException("headers: not like Name: value | Name: value");
            }
        }
        return headers;
    }

    private HttpAuth auth() {
        return switch (settings.text("auth").orElse("none").toLowerCase(Locale.ROOT)) {
            case "none" -> new HttpAuth.None();
            case "basic" -> new HttpAuth.Basic(settings.required("auth-user"), settings.requiredSecret("auth-secret"));
            case "bearer" -> new HttpAuth.Bearer(settings.requiredSecret("auth-secret"));
            case "header" ->
                new HttpAuth.Header(settings.required("auth-header"), settings.requiredSecret("auth-secret"));
            default -> throw new IllegalArgumentException("auth: not one of none, basic, bearer, header");
        };
    }

    private Statuses statuses(String key, String byDefault) {
        return Statuses.parse(key, settings.text(key).orElse(byDefault));
    }

    private SuccessRule.@Nullable Result result() {
        String rule = settings.text("success-json").orElse("");
        int equals = rule.indexOf('=');
        if (rule.isEmpty()) {
            return null;
        }
        if (equals < 0) {
            throw new IllegalArgumentException("success-json: not like /pointer=value");
        }
        return new SuccessRule.Result(
                pointer("success-json", rule.substring(0, equals)),
                Set.of(BAR.split(rule.substring(equals + 1).strip(), -1)));
    }

    private @Nullable Pattern expression() {
        try {
            return settings.text("success-body").map(Pattern::compile).orElse(null);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("success-body: not a regular expression");
        }
    }

    private @Nullable JsonPointer pointer(String key) {
        return settings.text(key).map(text -> pointer(key, text)).orElse(null);
    }

    private static JsonPointer pointer(String key, String text) {
        try {
            return JsonPointer.compile(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": not a JSON pointer");
        }
    }
}
