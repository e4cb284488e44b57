package dev.twostep.it.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The application that people sign in to: one page that says that they are back. */
public final class DemoWeb implements AutoCloseable {

    private static final byte[] PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>demo-web</title></head>
            <body><main><h1>Back at the application</h1></main></body></html>
            """.getBytes(UTF_8);

    private final HttpServer server;

    private DemoWeb(HttpServer server) {
        this.server = server;
    }

    public static DemoWeb start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, PAGE.length);
                exchange.getResponseBody().write(PAGE);
                exchange.close();
            });
            server.start();
            return new DemoWeb(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI callback() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/callback");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
