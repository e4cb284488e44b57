package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** B4: the mail that says that all backup codes have stopped working. */
final class VoidedMailTest {

    @Test
    @DisplayName("B4: it says what happened to whom, and what to do in either case")
    void whatToDo() {
        assertThat(NoticeMailsTest.mail(Language.ENGLISH).render("text/twostep-backup-codes-voided.ftl"))
                .contains("A & B as ada", "all your backup codes have stopped working")
                .contains("Change your password at once", "make a new backup code");
    }
}
