package dev.twostep.keycloak;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.account.DeviceRepresentation;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/**
 * A mail that tells a user what happened to the account: when, from which address and browser, and what to do. It is put into words while
 * the request is there, and sent without the page waiting for a mail server. A mail that cannot be sent is a line in the log and a
 * counter; it never changes what the page says.
 */
public final class NoticeMail extends FreeMarkerEmailTemplateProvider {

    private static final Logger LOG = Logger.getLogger(NoticeMail.class);

    /** What it tells of, if that is not the present request. */
    private @Nullable Occasion occasion;

    private record Occasion(Instant time, String address, String browser) {}

    public NoticeMail(KeycloakSession session, RealmModel realm, UserModel user) {
        super(session);
        setRealm(realm);
        setUser(user);
    }

    /** Tells of something that happened earlier, and from elsewhere, than the present request. */
    public NoticeMail about(Instant time, String address, String browser) {
        occasion = new Occasion(time, address, browser);
        return this;
    }

    /**
     * Sends, if the user has an address and the realm a mail server.
     *
     * @param subject   key of the subject, in which {0} is the realm's name
     * @param template  name of the two templates, below {@code text/} and {@code html/} of the email theme
     * @param helpTopic the topic that says what to do
     */
    public void send(String subject, String template, String helpTopic) {
        if (user.getEmail() == null
                || user.getEmail().isBlank()
                || realm.getSmtpConfig().isEmpty()) {
            count("no_address");
            return;
        }
        Map<String, Object> all = new HashMap<>(attributes);
        all.put("twostepNotice", facts(helpTopic));
        try {
            send(subject, List.of(getRealmName()), template, all);
        } catch (EmailException | RejectedExecutionException failed) {
            failed(failed);
        }
    }

    /** What Keycloak calls with the finished mail; it would send it here and now. */
    @Override
    protected void send(Map<String, String> config, String subject, String text, String html, String address) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        String to = user.getEmail();
        Map<String, String> server = Map.copyOf(config);
        session.getProvider(ExecutorsProvider.class)
                .getExecutor("twostep-notices")
                .execute(() -> deliver(factory, realmId, server, to, subject, text, html));
    }

    private static void deliver(
            KeycloakSessionFactory factory,
            String realmId,
            Map<String, String> server,
            String to,
            String subject,
            String text,
            String html) {
        try {
            Transactions.inNew(factory, realmId, own -> {
                try {
                    own.getProvider(EmailSenderProvider.class).send(server, to, subject, text, html);
                } catch (EmailException e) {
                    throw new IllegalStateException(e);
                }
                return true;
            });
            count("sent");
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private Map<String, Object> facts(String helpTopic) {
        Locale locale = session.getContext().resolveLocale(user);
        Occasion told = occasion == null ? here() : occasion;
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "time",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(ZonedDateTime.ofInstant(told.time(), ZoneId.systemDefault())));
        facts.put("address", told.address());
        facts.put("browser", told.browser());
        facts.put(
                "accountUrl",
                Urls.accountBase(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                        .build(realm.getName())
                        .toString());
        facts.put("helpUrl", HelpLink.to(session, helpTopic));
        return facts;
    }

    private Occasion here() {
        return new Occasion(
                Source.CLOCK.instant(), session.getContext().getConnection().getRemoteHost(), browser());
    }

    private String browser() {
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        return device == null || device.getBrowser() == null ? "" : device.getBrowser() + ", " + device.getOs();
    }

    /** The message of the failure may name the address, so only its kind is told. */
    private static void failed(Exception failure) {
        count("failed");
        LOG.warnf(
                "TWOSTEP-NOTICE-1: a notice could not be mailed: %s",
                failure.getClass().getSimpleName());
    }

    private static void count(String outcome) {
        Meters.count("twostep_notices", "outcome", outcome);
    }
}
