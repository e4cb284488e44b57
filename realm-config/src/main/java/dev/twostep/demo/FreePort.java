package dev.twostep.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;

/** Whether the demo can listen where it is to, found out before the server takes half a minute to fail. */
final class FreePort {

    private static final int PATIENCE_MILLIS = 500;

    private FreePort() {}

    /** @throws DemoException if not */
    static void check(String host, int port) {
        InetAddress[] addresses = addresses(host);
        for (InetAddress address : addresses) {
            // Somebody may listen on ::1 alone, which a browser tries first, while 127.0.0.1 is free.
            if (answers(address, port)) {
                throw busy(port);
            }
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(addresses[0], port));
        } catch (BindException e) {
            throw e.getMessage().contains("in use") ? busy(port) : unusable(host, port, e);
        } catch (IOException e) {
            throw unusable(host, port, e);
        }
    }

    /** One that nobody listens on. */
    static int any() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new DemoException(
                    "There is no host " + host + ". Choose another: ./mvnw -Pdemo -Ddemo.host=localhost");
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static DemoException busy(int port) {
        return new DemoException(
                "Port " + port + " is in use. Choose another: ./mvnw -Pdemo -Ddemo.port=" + (port + 1));
    }

    private static DemoException unusable(String host, int port, IOException e) {
        return new DemoException("Cannot listen on " + host + ":" + port + " (" + e.getMessage()
                + "). Choose others: ./mvnw -Pdemo -Ddemo.host=… -Ddemo.port=…");
    }
}
