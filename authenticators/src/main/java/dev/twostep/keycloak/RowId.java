package dev.twostep.keycloak;

import java.util.regex.Pattern;

/** What can be the id of a row of ours. Anybody can name anything, and some databases fail on what others only do not find. */
public final class RowId {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    private RowId() {}

    public static boolean isOne(String id) {
        return SHAPE.matcher(id).matches();
    }
}
