package dev.twostep.sms.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.sms.Refusal;
import dev.twostep.sms.SendOutcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A gateway's refusals by name, written like {@code 403:COUNTRY_BLOCKED,E17:OPTED_OUT}. */
public final class Refusals {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9._-]{1,32})\\s*:\\s*([A-Za-z_]+)");

    private final Map<String, Refusal> byCode;
    private final @Nullable JsonPointer errorCode;

    private Refusals(Map<String, Refusal> byCode, @Nullable JsonPointer errorCode) {
        this.byCode = byCode;
        this.errorCode = errorCode;
    }

    /**
     * @param text      HTTP statuses or the gateway's own codes, each with its meaning; may be empty
     * @param errorCode where the answer holds the gateway's own code
     * @throws IllegalArgumentException if the text is something else
     */
    public static Refusals parse(String text, @Nullable JsonPointer errorCode) {
        Map<String, Refusal> byCode = new HashMap<>();
        Arrays.stream(COMMA.split(text.strip())).filter(part -> !part.isEmpty()).forEach(part -> {
            var entry = ENTRY.matcher(part);
            if (!entry.matches()) {
                throw new IllegalArgumentException("refusals: not a list of code:REASON");
            }
            byCode.put(entry.group(1), reason(entry.group(2)));
        });
        return new Refusals(Map.copyOf(byCode), errorCode);
    }

    private static Refusal reason(String name) {
        try {
            return Refusal.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("refusals: no such reason");
        }
    }

    /** Only codes that the settings name come out, so that nothing from the wire reaches a log. */
    Optional<SendOutcome> find(int status, JsonNode answer) {
        Stream<String> codes = errorCode == null
                ? Stream.of(Integer.toString(status))
                : Stream.of(answer.at(errorCode).asText(), Integer.toString(status));
        return codes.filter(byCode::containsKey)
                .findFirst()
                .map(code -> new SendOutcome.Refused(byCode.get(code), code));
    }
}
