package dev.twostep.sms.http;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A set of HTTP statuses, written like {@code 200-204,409}. */
public final class Statuses {

    private static final Pattern RANGE = Pattern.compile("([1-5][0-9]{2})(?:-([1-5][0-9]{2}))?");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final List<Range> ranges;

    private Statuses(List<Range> ranges) {
        this.ranges = ranges;
    }

    private record Range(int first, int last) {}

    /** @throws IllegalArgumentException if the text is something else; the message begins with the setting's name */
    public static Statuses parse(String setting, String text) {
        return new Statuses(Arrays.stream(COMMA.split(text.strip()))
                .map(part -> range(setting, part))
                .toList());
    }

    private static Range range(String setting, String part) {
        Matcher matcher = RANGE.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(setting + ": not a list of HTTP statuses");
        }
        String last = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
        return new Range(Integer.parseInt(matcher.group(1)), Integer.parseInt(last));
    }

    boolean contain(int status) {
        return ranges.stream().anyMatch(range -> range.first() <= status && status <= range.last());
    }
}
