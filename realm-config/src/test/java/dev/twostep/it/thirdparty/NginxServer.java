package dev.twostep.it.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.twostep.it.server.BuildFiles;
import dev.twostep.it.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's nginx with the configuration of the docs, on loopback. */
final class NginxServer implements AutoCloseable {

    private final ServerFolder folder;
    private final Path logs;
    private final ForegroundServer process;
    private final URI url;

    private NginxServer(ServerFolder folder, Path logs, ForegroundServer process, URI url) {
        this.folder = folder;
        this.logs = logs;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it.
     *
     * @param realm       whom nginx asks
     * @param client      what nginx says to that realm of itself
     * @param application behind {@code /app/}
     */
    static NginxServer start(URI realm, Login client, URI application) {
        try {
            ServerFolder folder = ServerFolder.create("nginx");
            try {
                return start(folder, realm, client, application);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NginxServer start(ServerFolder folder, URI realm, Login client, URI application) throws IOException {
        int port = FreePort.find();
        Path logs = BuildFiles.target("third-party/nginx-" + port);
        Map<String, String> words = Map.of(
                "USER", System.getProperty("user.name"),
                "RUN", folder.folder("run").toString(),
                "LOGS", logs.toString(),
                "ADDRESS", "127.0.0.1:" + port,
                "KEYCLOAK", realm.toString(),
                "FILES", folder.folder("files").toString(),
                "APPLICATION", application.toString());
        Path configuration = new Template("nginx.conf").fill(folder.path(), words);
        Template.secretFile(
                folder.path().resolve("twostep-client.conf"), """
                set $twostep_client %s;
                proxy_set_header Authorization "%s";
                """.formatted(client.name(), client.header()));
        List<String> command =
                List.of(ServerProgram.NGINX.path().toString(), "-c", configuration.toString(), "-g", "daemon off;");
        ForegroundServer process = ForegroundServer.start(command, port, logs.resolve("error.log"));
        return new NginxServer(folder, logs, process, URI.create("http://127.0.0.1:" + port));
    }

    /** Without a slash at the end. */
    URI url() {
        return url;
    }

    /** What it keeps of Keycloak's answers. */
    Path answers() {
        return folder.path().resolve("run").resolve("answers");
    }

    /** Both logs. */
    String log() {
        try {
            return process.log() + Files.readString(logs.resolve("access.log"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
