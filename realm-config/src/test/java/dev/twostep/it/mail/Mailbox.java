package dev.twostep.it.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.server.KeycloakRuntime;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;

/** The mail server of the whole run. A realm sends here once it was told to. */
public final class Mailbox implements AutoCloseable {

    private final GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    public static Mailbox start(String address) {
        GreenMail server = new GreenMail(new ServerSetup(0, address, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Mailbox(server);
    }

    /** From now on the realm's mails come here. */
    public void serve(Realm realm) {
        realm.admin().change(settings -> {
            ObjectNode smtp = settings.putObject("smtpServer");
            smtp.put("host", KeycloakRuntime.thisMachine());
            smtp.put("port", String.valueOf(server.getSmtp().getPort()));
            smtp.put("from", "twostep@example.org");
        });
    }

    /** The person's newest mail, once there are as many. */
    public Mail await(Person person, int howMany) {
        return Awaitility.await()
                .until(() -> to(person), mails -> mails.size() >= howMany)
                .get(howMany - 1);
    }

    /** The person's mails, oldest first. */
    public List<Mail> to(Person person) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(person, message))
                .map(Mail::of)
                .toList();
    }

    private static boolean isTo(Person person, MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients()).contains(person.email());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
