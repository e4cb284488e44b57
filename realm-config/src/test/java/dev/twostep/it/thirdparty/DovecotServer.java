package dev.twostep.it.thirdparty;

import dev.twostep.it.server.BuildFiles;
import dev.twostep.it.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Dovecot with the configuration of the docs, on loopback and with a log of its own. */
final class DovecotServer implements AutoCloseable {

    private final ServerFolder folder;
    private final ForegroundServer process;
    private final int port;

    private DovecotServer(ServerFolder folder, ForegroundServer process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param realm  whom Dovecot asks
     * @param client what Dovecot says to that realm of itself
     */
    static DovecotServer start(URI realm, Login client) {
        try {
            ServerFolder folder = ServerFolder.create("dovecot");
            try {
                return start(folder, realm, client);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DovecotServer start(ServerFolder folder, URI realm, Login client) throws IOException {
        int port = FreePort.find();
        Path log = BuildFiles.target("third-party/dovecot-" + port).resolve("dovecot.log");
        Path mail = folder.folder("mail");
        DovecotUser owner = DovecotUser.ofMail(mail);
        new Template("dovecot-oauth2.conf.ext")
                .fill(
                        folder.path(),
                        Map.of("KEYCLOAK", realm.toString(), "CLIENT", client.name(), "SECRET", client.secret()));
        Map<String, String> words = Map.of(
                "ETC", folder.path().toString(),
                "MAIL", mail.toString(),
                "UID", owner.uid(),
                "GID", owner.gid());
        Path configuration = new Template("dovecot.conf").fill(folder.path(), words);
        Path test = Template.secretFile(
                folder.path().resolve("test.conf"),
                "!include " + configuration + "\n" + hereOnly(folder.folder("run"), port, log) + owner.settings());
        List<String> command = List.of(ServerProgram.DOVECOT.path().toString(), "-F", "-c", test.toString());
        return new DovecotServer(folder, ForegroundServer.start(command, port, log), port);
    }

    /** What an installed Dovecot has from its package, and how a test differs from life: it need not wait after a guess. */
    private static String hereOnly(Path run, int port, Path log) {
        return """
                base_dir = %1$s
                state_dir = %1$s
                log_path = %3$s
                listen = 127.0.0.1
                service imap-login {
                  inet_listener imap {
                    port = %2$s
                  }
                }
                auth_failure_delay = 0
                service anvil {
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                """.formatted(run, String.valueOf(port), log);
    }

    int port() {
        return port;
    }

    String log() {
        return process.log();
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
