package dev.twostep.sms.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an answer says that the gateway took the message.
 *
 * @param statuses  the statuses that may say so
 * @param result    what the answer's JSON must hold as well
 * @param body      what the answer's body must contain as well
 * @param messageId where the answer's JSON holds the gateway's name for the message
 */
public record SuccessRule(
        Statuses statuses,
        @Nullable Result result,
        @Nullable Pattern body,
        @Nullable JsonPointer messageId) {

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9._:/=-]{1,128}");

    /** @param values the values at {@code where} that mean success; another value there means that it was refused */
    public record Result(JsonPointer where, Set<String> values) {}

    /** What an answer with one of the {@link #statuses()} means. */
    SendOutcome judge(int status, String text, JsonNode json) {
        if (result != null && json.at(result.where()).isMissingNode()) {
            return new SendOutcome.Unsure("no-result");
        }
        if (result != null && !result.values().contains(json.at(result.where()).asText())) {
            return new SendOutcome.Refused(Refusal.MISCONFIGURED, "http-" + status);
        }
        if (body != null && !body.matcher(text).find()) {
            return new SendOutcome.Unsure("no-match");
        }
        return new SendOutcome.Accepted(
                messageId == null ? "" : id(json.at(messageId).asText()));
    }

    private static String id(String found) {
        return MESSAGE_ID.matcher(found).matches() ? found : "";
    }
}
