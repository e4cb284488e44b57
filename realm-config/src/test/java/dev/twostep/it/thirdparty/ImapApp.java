package dev.twostep.it.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Somebody's mail app. It signs in with a name and a secret, by IMAP, and knows nothing of login pages. */
final class ImapApp {

    private static final String PATIENCE_MILLIS = "30000";

    private final Session session;

    /** @param port of a mail server on loopback */
    ImapApp(int port) {
        Properties settings = new Properties();
        settings.setProperty("mail.store.protocol", "imap");
        settings.setProperty("mail.imap.host", "127.0.0.1");
        settings.setProperty("mail.imap.port", String.valueOf(port));
        settings.setProperty("mail.imap.connectiontimeout", PATIENCE_MILLIS);
        settings.setProperty("mail.imap.timeout", PATIENCE_MILLIS);
        session = Session.getInstance(settings);
    }

    /** Signs in, looks into the inbox, and signs out. */
    MailAnswer look(Login login) {
        return withInbox(login, inbox -> {});
    }

    /** Signs in and leaves a mail in the inbox, as apps do with drafts. */
    MailAnswer leave(Login login, String subject) {
        return withInbox(login, inbox -> inbox.appendMessages(new Message[] {mail(subject)}));
    }

    private MailAnswer withInbox(Login login, InboxWork work) {
        try (Store store = session.getStore()) {
            store.connect(login.name(), login.secret());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                work.on(inbox);
                List<String> subjects = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    subjects.add(message.getSubject());
                }
                return new MailAnswer.LoggedIn(subjects);
            }
        } catch (AuthenticationFailedException e) {
            return new MailAnswer.Refused(e.getMessage());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface InboxWork {
        void on(Folder inbox) throws MessagingException;
    }

    private Message mail(String subject) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setSubject(subject, UTF_8.name());
        mail.setText("No more than a subject.", UTF_8.name());
        return mail;
    }
}
