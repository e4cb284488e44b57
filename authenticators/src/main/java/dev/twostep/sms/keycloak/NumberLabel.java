package dev.twostep.sms.keycloak;

import dev.twostep.phone.PhoneNumber;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** What the number is called in the user's language. Keycloak's page for deleting it shows this and nothing else. */
final class NumberLabel {

    private NumberLabel() {}

    static String of(RequiredActionContext context, PhoneNumber number) {
        return context.getSession()
                .getProvider(LoginFormsProvider.class)
                .getMessage("twostepSmsLabel", number.masked());
    }
}
