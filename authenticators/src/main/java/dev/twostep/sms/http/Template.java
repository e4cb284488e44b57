package dev.twostep.sms.http;

import dev.twostep.sms.TextMessage;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places for a message's number, body and validity. Other braces stay as they are. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{(to|to-digits|body|validity-seconds)}");

    private final String text;
    private final Escaping escaping;

    Template(String text, Escaping escaping) {
        this.text = text;
        this.escaping = escaping;
    }

    /** In one pass: a body that spells a placeholder stays a body. */
    String fill(TextMessage message) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(escaping.apply(value(place, message))));
    }

    private static String value(MatchResult place, TextMessage message) {
        return switch (place.group(1)) {
            case "to" -> message.to().e164();
            case "to-digits" -> message.to().e164().substring(1);
            case "body" -> message.body().reveal();
            default -> String.format(Locale.ROOT, "%d", message.validFor().toSeconds());
        };
    }
}
