package dev.twostep.it.outbox;

import dev.twostep.it.SeenSecrets;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text message as its receiver sees it.
 *
 * @param to E.164
 */
public record OutboxMessage(String to, String body, Instant at) {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6,8}(?![0-9])");

    public OutboxMessage {
        CODE.matcher(body).results().map(MatchResult::group).forEach(SeenSecrets::add);
    }

    /** @throws AssertionError if the message holds no code */
    public String code() {
        Matcher matcher = CODE.matcher(body);
        if (!matcher.find()) {
            throw new AssertionError("no code in: " + body);
        }
        return matcher.group();
    }
}
