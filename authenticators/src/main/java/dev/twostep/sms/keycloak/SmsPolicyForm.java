package dev.twostep.sms.keycloak;

import dev.twostep.sms.SmsPolicyReader;
import dev.twostep.sms.SmsSetting;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

/** The form of {@code SmsPolicy} in the admin console. */
final class SmsPolicyForm {

    static final List<ProviderConfigProperty> PROPERTIES = List.of(
            text(
                    SmsSetting.GATEWAYS,
                    "Gateways",
                    "Ids of SMS gateways, separated by commas, tried in this order. Their accounts are server options"
                            + " (--spi-twostep--twilio--account-sid and so on).",
                    SmsPolicyReader.DEFAULT_GATEWAYS),
            text(
                    SmsSetting.CODE_LIFE,
                    "Code lifetime in seconds",
                    "How long a texted code is accepted, 120 to 600.",
                    SmsPolicyReader.DEFAULT_CODE_LIFE),
            text(
                    SmsSetting.RESEND_WAIT,
                    "Wait before sending again, in seconds",
                    "The wait between two texts to one number, whoever signs in, 1 to 3600.",
                    SmsPolicyReader.DEFAULT_RESEND_WAIT),
            text(
                    SmsSetting.DEFAULT_COUNTRY,
                    "Default country",
                    "Two-letter code of the country that the page for a new number starts with, for example IN.",
                    SmsPolicyReader.DEFAULT_COUNTRY),
            text(
                    SmsSetting.ALLOWED_COUNTRIES,
                    "Allowed countries",
                    "Two-letter codes of the countries whose numbers may be added, separated by commas. Empty: all.",
                    ""),
            text(
                    SmsSetting.TEXTS_PER_USER,
                    "Texts per user and hour",
                    "More are refused with a clear message and an event, 1 to 1000.",
                    SmsPolicyReader.DEFAULT_TEXTS_PER_USER),
            text(
                    SmsSetting.TEXTS_PER_NUMBER,
                    "Texts per number and hour",
                    "The same for one phone number over all users, 1 to 1000. Half as many, counted apart, for adding it.",
                    SmsPolicyReader.DEFAULT_TEXTS_PER_NUMBER),
            text(
                    SmsSetting.TEXTS_PER_ADDRESS,
                    "Texts per network address and hour",
                    "The same for one client address, 1 to 100000. Needs trusted proxy headers behind a proxy.",
                    SmsPolicyReader.DEFAULT_TEXTS_PER_ADDRESS),
            text(
                    SmsSetting.WRONG_CODES_PER_USER,
                    "Wrong codes per user and hour",
                    "Over all sign-ins of the user; after that no code is compared, 1 to 100. Counts beside Keycloak's"
                            + " own brute-force detection.",
                    SmsPolicyReader.DEFAULT_WRONG_CODES_PER_USER));

    private SmsPolicyForm() {}

    private static ProviderConfigProperty text(SmsSetting setting, String label, String help, Object byDefault) {
        return new ProviderConfigProperty(
                setting.key(), label, help, ProviderConfigProperty.STRING_TYPE, String.valueOf(byDefault));
    }
}
