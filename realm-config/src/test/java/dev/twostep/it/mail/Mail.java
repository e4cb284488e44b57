package dev.twostep.it.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A mail as its reader has it, in both forms. */
public record Mail(String subject, String text, String html) {

    static Mail of(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return new Mail(message.getSubject(), content(parts.getBodyPart(0)), content(parts.getBodyPart(1)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(BodyPart part) throws MessagingException, IOException {
        return part.getContent().toString().strip();
    }
}
