package dev.twostep.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Person;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.login.HttpLogin;
import dev.twostep.it.login.Page;
import dev.twostep.it.mail.Mail;
import dev.twostep.it.mail.Mailbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A new password by mail is no way around the second factor. */
@ServerTest
final class ResetCredentialsIT {

    private static final Pattern LINK = Pattern.compile("http\\S+/action-token\\?\\S+");

    @Test
    @DisplayName("Attack 33: after the link in the mail, the second factor is asked for before a new password is set")
    void stillAsked(@FreshRealm Realm realm, Mailbox mail) {
        allowReset(realm, mail);
        Person person = SmsSignInIT.enrolled(realm);
        HttpLogin http = new HttpLogin(realm.demoWeb());
        http.submit(forgotPassword(http, http.start()), Map.of("username", person.username()));
        Page factor = http.open(linkFrom(mail.await(person, 1)));
        assertThat(factor.asksFor("code")).as("%s", factor).isTrue();
        assertThat(factor.asksFor("password-new")).isFalse();
        Page newPassword = http.submit(
                factor, Map.of("code", realm.outbox().await(person.phone(), 2).code()));
        assertThat(newPassword.asksFor("password-new")).as("%s", newPassword).isTrue();
    }

    @Test
    @DisplayName("Attack 33: a name or a mailbox alone signs nobody in, whatever flow the same tab is moved to")
    void movedToTheBrowserFlow(@FreshRealm Realm realm, Mailbox mail) {
        allowReset(realm, mail);
        Person person = SmsSignInIT.enrolled(realm);
        Person plain = realm.newPerson();
        for (Person victim : List.of(person, plain)) {
            HttpLogin http = new HttpLogin(realm.demoWeb());
            // straight to the reset, so that no step of the browser flow has run in this tab before
            Page username = http.open(URI.create(realm.url() + "/login-actions/reset-credentials?client_id=demo-web"));
            assertThat(username.asksFor("username")).as("%s", username).isTrue();
            Page sent = http.submit(username, Map.of("username", victim.username()));
            for (Page from : List.of(username, sent)) {
                Page moved = http.open(browserFlowOf(from));
                assertThat(moved.asksFor("password")).as("%s", moved).isTrue();
            }
        }
        HttpLogin http = new HttpLogin(realm.demoWeb());
        Page factor = http.open(linkFrom(mail.await(person, 1)));
        assertThat(factor.asksFor("code")).as("%s", factor).isTrue();
        Page moved = http.open(browserFlowOf(factor));
        // the mail stood in for the password; nothing stands in for the second factor
        assertThat(moved.asksFor("password") || moved.asksFor("code"))
                .as("%s", moved)
                .isTrue();
    }

    /** The sign-in of this page's tab, as if its address had been typed. */
    private static URI browserFlowOf(Page page) {
        String form = page.html().selectFirst("form").absUrl("action");
        return URI.create(form.replaceFirst("login-actions/[a-z-]+", "login-actions/authenticate")
                .replaceFirst("session_code=[^&]*&", "")
                .replaceFirst("execution=[^&]*&", ""));
    }

    private static void allowReset(Realm realm, Mailbox mail) {
        mail.serve(realm);
        realm.admin().change(settings -> settings.put("resetPasswordAllowed", true));
    }

    private static Page forgotPassword(HttpLogin http, Page login) {
        Element forgot = login.html().selectFirst("a[href*=reset-credentials]");
        assertThat(forgot).as("%s", login).isNotNull();
        return http.open(URI.create(forgot.absUrl("href")));
    }

    private static URI linkFrom(Mail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as("a link in the mail").isTrue();
        return URI.create(link.group());
    }
}
