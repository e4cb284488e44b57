package dev.twostep.sms.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import java.util.Optional;

/**
 * What a gateway's answer means. A refusal that the settings name counts first, then what they call success and surely
 * not sent. Of the rest, a server error or a time-out may hide a message that went out; anything else was refused for
 * a reason that only the admin can look into.
 *
 * @param notSent the statuses that promise that nothing was sent
 */
public record HttpVerdict(SuccessRule success, Refusals refusals, Statuses notSent) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;

    SendOutcome of(int status, String body) {
        JsonNode json = json(body);
        String code = "http-" + status;
        Optional<SendOutcome> refused = refusals.find(status, json);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (notSent.contain(status)) {
            return new SendOutcome.NotSent(code);
        }
        if (success.statuses().contain(status)) {
            return success.judge(status, body, json);
        }
        return status >= SERVER_ERROR || status == REQUEST_TIMEOUT
                ? new SendOutcome.Unsure(code)
                : new SendOutcome.Refused(Refusal.MISCONFIGURED, code);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
