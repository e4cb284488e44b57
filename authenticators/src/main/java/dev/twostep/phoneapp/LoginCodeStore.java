package dev.twostep.phoneapp;

import java.util.Map;

/** Port: what is kept of a user's login codes. */
public interface LoginCodeStore {

    /** The key of each of the user's phones that can be read, by the phone's id. */
    Map<String, byte[]> keys();

    /** Takes note that the code of this step was entered; false if that of this one or a later one was before. One atomic step. */
    boolean spend(String phone, long step);
}
