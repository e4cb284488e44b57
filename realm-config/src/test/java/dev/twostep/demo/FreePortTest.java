package dev.twostep.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class FreePortTest {

    @Test
    @DisplayName("A busy port gets one line that names the option")
    void busy() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> FreePort.check("localhost", port))
                    .isInstanceOf(DemoException.class)
                    .hasMessage("Port %d is in use. Choose another: ./mvnw -Pdemo -Ddemo.port=%d", port, port + 1);
        }
    }

    @Test
    @DisplayName("A free port is fine")
    void free() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
        }

        assertThatCode(() -> FreePort.check("localhost", port)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("A host that does not exist gets one line that names the option")
    void noSuchHost() {
        assertThatThrownBy(() -> FreePort.check("nowhere.invalid", 1))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("-Ddemo.host=");
    }
}
