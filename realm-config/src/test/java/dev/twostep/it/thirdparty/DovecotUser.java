package dev.twostep.it.thirdparty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * To whom all mail belongs: for root somebody else, whom the machine need not know, because Dovecot serves no mail of root's;
 * for all others themselves.
 *
 * @param settings that Dovecot needs to run as this user
 */
record DovecotUser(String uid, String gid, String settings) {

    private static final int ROOT = 0;
    private static final int SOMEBODY_ELSE = 5000;

    /** The owner of this folder from now on. */
    static DovecotUser ofMail(Path mail) throws IOException {
        int uid = (int) Files.getAttribute(mail, "unix:uid");
        int gid = (int) Files.getAttribute(mail, "unix:gid");
        if (uid != ROOT) {
            return new DovecotUser(String.valueOf(uid), String.valueOf(gid), rootless(mail));
        }
        Files.setAttribute(mail, "unix:uid", SOMEBODY_ELSE);
        Files.setAttribute(mail, "unix:gid", SOMEBODY_ELSE);
        return new DovecotUser(String.valueOf(SOMEBODY_ELSE), String.valueOf(SOMEBODY_ELSE), "");
    }

    /** Without root, Dovecot's processes cannot become somebody else, nor lock themselves in. */
    private static String rootless(Path mail) throws IOException {
        PosixFileAttributes me = Files.readAttributes(mail, PosixFileAttributes.class);
        return """
                default_internal_user = %1$s
                default_internal_group = %2$s
                default_login_user = %1$s
                service imap-login {
                  chroot =
                }
                service anvil {
                  chroot =
                }
                service stats {
                  chroot =
                }
                """.formatted(me.owner().getName(), me.group().getName());
    }
}
