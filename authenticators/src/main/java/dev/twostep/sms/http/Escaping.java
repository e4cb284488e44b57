package dev.twostep.sms.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a value is written where it stands, so that no text of a message becomes syntax. */
enum Escaping {
    JSON,
    FORM,
    URL,
    XML,
    PLAIN;

    private static final Pattern PARAMETERS = Pattern.compile("\\s*;.*");

    String apply(String value) {
        return switch (this) {
            case JSON -> new String(JsonStringEncoder.getInstance().quoteAsString(value));
            case FORM -> URLEncoder.encode(value, StandardCharsets.UTF_8);
            case URL -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            case XML -> xml(value);
            case PLAIN -> value;
        };
    }

    /** @throws IllegalArgumentException for a content type whose rules are not known */
    static Escaping of(String contentType) {
        String type = PARAMETERS.matcher(contentType.toLowerCase(Locale.ROOT)).replaceFirst("");
        if (type.equals("application/json") || type.endsWith("+json")) {
            return JSON;
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            return FORM;
        }
        if (type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml")) {
            return XML;
        }
        if (type.equals("text/plain")) {
            return PLAIN;
        }
        throw new IllegalArgumentException("content-type: neither JSON, form, XML nor plain text");
    }

    /** For elements and attributes alike; what XML cannot hold becomes the replacement character. */
    private static String xml(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        value.codePoints().forEach(point -> {
            if (point == '&' || point == '<' || point == '>' || point == '"' || point == '\'' || isBlank(point)) {
                escaped.append("&#").append(point).append(';');
            } else {
                escaped.appendCodePoint(isXml(point) ? point : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    /** What a parser would turn into a space inside an attribute. */
    private static boolean isBlank(int point) {
        return point == '\n' || point == '\r' || point == '\t';
    }

    /** The production {@code Char} of XML 1.0. */
    private static boolean isXml(int point) {
        return (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }
}
