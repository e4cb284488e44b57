package dev.twostep.sms.keycloak;

import dev.twostep.phone.PhoneNumber;
import dev.twostep.sms.Dispatcher;
import dev.twostep.sms.TextMessage;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** S3: a changed number is told to the old phone, whose owner may not have asked for it, and to the new one. */
final class ChangeNotice {

    private static final Duration WORTH_DELIVERING = Duration.ofHours(4);

    private final SmsWording wording;
    private final Dispatcher dispatcher;

    ChangeNotice(KeycloakSession session, UserModel user, Dispatcher dispatcher) {
        this.wording = new SmsWording(session, user);
        this.dispatcher = dispatcher;
    }

    void tell(PhoneNumber oldNumber, PhoneNumber newNumber) {
        dispatcher.handOver(new TextMessage(oldNumber, wording.changedOld(newNumber), WORTH_DELIVERING));
        dispatcher.handOver(new TextMessage(newNumber, wording.changedNew(), WORTH_DELIVERING));
    }
}
