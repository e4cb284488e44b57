package dev.twostep.themes;

/** What templates ask of Keycloak's authentication context: a known user with more than one way to sign in. */
public final class AnotherWay {

    public boolean showTryAnotherWayLink() {
        return true;
    }

    public boolean showUsername() {
        return true;
    }

    public boolean showResetCredentials() {
        return false;
    }

    public String getAttemptedUsername() {
        return "ada";
    }
}
