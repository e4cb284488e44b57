package dev.twostep.sms.twilio;

import dev.twostep.secret.Secret;
import dev.twostep.sms.http.TrustedUrl;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Twilio and as whom. An unusable value ends in an {@link IllegalArgumentException} that names the setting
 * and does not repeat the value.
 *
 * @param accountSid     the account that pays, {@code AC…}
 * @param login          who logs in: an API key or the account itself
 * @param sender         what the message comes from
 * @param place          which of Twilio's hosts
 * @param statusCallback where Twilio reports what became of a message
 */
public record TwilioSettings(
        String accountSid,
        Login login,
        Sender sender,
        Place place,
        @Nullable String statusCallback) {

    private static final Pattern ACCOUNT_SID = Pattern.compile("AC[0-9a-fA-F]{32}");

    public TwilioSettings {
        if (!ACCOUNT_SID.matcher(accountSid).matches()) {
            throw new IllegalArgumentException("account-sid");
        }
    }

    /** @param user the SID of an API key, or the account SID with the account's auth token as secret */
    public record Login(String user, Secret secret) {}

    /** A Messaging Service, or one number of ours. */
    public sealed interface Sender {

        record MessagingService(String sid) implements Sender {}

        record OwnNumber(String from) implements Sender {}
    }

    /**
     * @param region       Twilio's region, such as {@code ie1}
     * @param edge         Twilio's edge, such as {@code dublin}
     * @param apiBaseUrl   takes the place of Twilio's scheme, host and port: an egress proxy, or a fake in tests
     * @param plainAllowed whether {@code apiBaseUrl} may be unencrypted http to another machine
     */
    public record Place(
            @Nullable String region,
            @Nullable String edge,
            @Nullable String apiBaseUrl,
            boolean plainAllowed) {

        private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,63}");

        public Place {
            // Both become parts of a host name.
            if (region != null && !LABEL.matcher(region).matches()) {
                throw new IllegalArgumentException("region");
            }
            if (edge != null && !LABEL.matcher(edge).matches()) {
                throw new IllegalArgumentException("edge");
            }
            if (apiBaseUrl != null) {
                TrustedUrl.of("api-base-url", apiBaseUrl, plainAllowed);
            }
        }

        /** Where Twilio itself says that it is, or at a URL that is this machine's or https. */
        public static Place at(@Nullable String apiBaseUrl) {
            return new Place(null, null, apiBaseUrl, false);
        }
    }
}
