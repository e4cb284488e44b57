package dev.twostep.themes;

import java.util.List;

/** What templates ask of Keycloak's authentication context: a known user with more than one way to sign in. */
public final class AnotherWay {

    public boolean showTryAnotherWayLink() {
        return true;
    }

    /** The first is the one whose page it is. */
    public List<Way> getAuthenticationSelections() {
        return List.of(new Way("this", "sms"), new Way("other", "backup-code"));
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

    /** As Keycloak describes one. */
    public static final class Way {

        private final String id;
        private final String name;

        Way(String id, String name) {
            this.id = id;
            this.name = name;
        }

        public String getAuthExecId() {
            return id;
        }

        public String getDisplayName() {
            return "twostep-" + name + "-display-name";
        }

        public String getHelpText() {
            return "twostep-" + name + "-help-text";
        }

        public String getIconCssClass() {
            return "kcAuthenticatorDefaultClass";
        }
    }
}
