package dev.twostep.push.keycloak;

import dev.twostep.keycloak.TableFactory;

/** {@code TWOSTEP_LOGIN_REQUEST}. */
public final class LoginRequestTable extends TableFactory {

    public LoginRequestTable() {
        super("loginrequest-twostep", LoginRequestEntity.class, "META-INF/twostep/login-request-changelog.xml");
    }
}
