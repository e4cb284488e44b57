package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.TableFactory;

/** {@code TWOSTEP_TEXT_CODE}. */
public final class TextCodeTable extends TableFactory {

    public TextCodeTable() {
        super("textcode-twostep", TextCodeEntity.class, "META-INF/twostep/sms-changelog.xml");
    }
}
