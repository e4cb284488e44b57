package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A1: the mail that says that a temporary password was tried by an app that it does not belong to. */
final class OtherAppMailTest {

    private static final String MAIL =
            NoticeMailsTest.mail(Language.ENGLISH).render("text/twostep-app-password-other-app.ftl");

    @Test
    @DisplayName("A1: it names the password, its app and the one that tried, and says that it was refused")
    void whatHappened() {
        assertThat(MAIL)
                .contains("A & B as ada", "It was refused")
                .contains(
                        "Name of the password: <b>Home</b>", "Belongs to: Demo Mail", "Tried by: <b>Files</b> & more");
    }

    @Test
    @DisplayName("A1: if it was you, make another password for that app; if not, delete this one now")
    void whatToDo() {
        assertThat(MAIL).contains("Make another for the other app", "Delete it now");
    }

    @Test
    @DisplayName("A1: the subject names the realm")
    void subject() {
        assertThat(Language.ENGLISH.format("twostepAppMailOtherSubject", "A & B"))
                .contains("A & B temporary password");
    }
}
