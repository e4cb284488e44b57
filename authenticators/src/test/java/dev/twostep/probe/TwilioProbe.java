package dev.twostep.probe;

import dev.twostep.phone.NumberReading;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.phone.PhoneNumbers;
import dev.twostep.secret.Secret;
import dev.twostep.sms.TextMessage;
import dev.twostep.sms.http.HttpLine;
import dev.twostep.sms.twilio.TwilioGateway;
import dev.twostep.sms.twilio.TwilioSettings;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

/** Reads a number and sends one text to it by the Twilio at a URL. Loaded by a class loader that knows the shipped jar and Keycloak's libraries. */
public final class TwilioProbe {

    private TwilioProbe() {}

    public static String send(String typed, String url) {
        PhoneNumber number = ((NumberReading.Read) new PhoneNumbers().read(typed, "IN", Set.of())).number();
        TwilioSettings settings = new TwilioSettings(
                "AC00000000000000000000000000000001",
                new TwilioSettings.Login("SK1", Secret.of("secret")),
                new TwilioSettings.Sender.MessagingService("MG1"),
                TwilioSettings.Place.at(url),
                null);
        HttpLine line = new HttpLine(Duration.ofSeconds(2), Duration.ofSeconds(5), new Random(1));
        return new TwilioGateway(settings, line)
                .send(new TextMessage(number, Secret.of("a text"), Duration.ofMinutes(5)))
                .toString();
    }
}
