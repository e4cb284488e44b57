package dev.twostep.sms.keycloak;

import dev.twostep.sms.SmsGateway;
import dev.twostep.sms.http.HttpLine;
import dev.twostep.sms.http.TrustedUrl;
import dev.twostep.sms.twilio.TwilioGateway;
import dev.twostep.sms.twilio.TwilioSettings;
import dev.twostep.sms.twilio.TwilioSettings.Login;
import dev.twostep.sms.twilio.TwilioSettings.Place;
import dev.twostep.sms.twilio.TwilioSettings.Sender;
import java.util.List;
import java.util.Optional;
import org.keycloak.provider.ProviderConfigProperty;

/** The gateway {@code twilio}. */
public final class TwilioGatewayFactory extends GatewayFactory {

    @Override
    public String getId() {
        return "twilio";
    }

    @Override
    protected SmsGateway gateway(GatewaySettings settings, HttpLine line) {
        String account = settings.required("account-sid");
        Optional<String> callback = settings.text("status-callback");
        callback.ifPresent(url -> TrustedUrl.of("status-callback", url, false));
        return new TwilioGateway(
                new TwilioSettings(
                        account, login(settings, account), sender(settings), place(settings), callback.orElse(null)),
                line);
    }

    private static Login login(GatewaySettings settings, String account) {
        return settings.text("api-key")
                .map(key -> new Login(key, settings.requiredSecret("api-secret")))
                .or(() -> settings.secret("auth-token").map(token -> new Login(account, token)))
                .orElseThrow(() -> new IllegalArgumentException("api-key: missing, and auth-token as well"));
    }

    private static Sender sender(GatewaySettings settings) {
        return settings.text("messaging-service-sid")
                .<Sender>map(Sender.MessagingService::new)
                .or(() -> settings.text("from").map(Sender.OwnNumber::new))
                .orElseThrow(() -> new IllegalArgumentException("messaging-service-sid: missing, and from as well"));
    }

    private static Place place(GatewaySettings settings) {
        return new Place(
                settings.text("region").orElse(null),
                settings.text("edge").orElse(null),
                settings.text("api-base-url").orElse(null),
                settings.flag("allow-plain-http"));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return new GatewayOptions()
                .text("account-sid", "The Twilio account that sends, AC followed by 32 hexadecimal digits.")
                .text("api-key", "The SID of an API key of that account, SK and more. Better than the auth token.")
                .secret("api-secret", "The API key's secret, or a vault reference.")
                .secret(
                        "auth-token",
                        "The account's auth token, or a vault reference. Logs in where there is no API key.")
                .text("messaging-service-sid", "The Messaging Service that chooses the sender, MG and more.")
                .text("from", "The sender, a number of yours or a name, where there is no Messaging Service.")
                .text("region", "Twilio's region, for example ie1.")
                .text("edge", "Twilio's edge, for example dublin.")
                .text("status-callback", "The https URL to which Twilio reports what became of a text.")
                .text("api-base-url", "Takes the place of https://api.twilio.com: an egress proxy, or a fake in tests.")
                .flag(
                        "allow-plain-http",
                        "Allow http to another machine for api-base-url. Codes and secrets travel in clear then.")
                .list();
    }
}
