package guildhall.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesTheProcessThatHoldsAPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var pid = ProcessHandle.current().pid();

            assertThat(Ports.isFree("127.0.0.1", socket.getLocalPort())).isFalse();
            assertThat(Ports.holder(socket.getLocalPort())).contains(pid);
            assertThat(Ports.describeHolder(socket.getLocalPort()))
                    .startsWith("process " + pid + " (")
                    .contains("java");
        }
    }

    @Test
    void seesAServerOnEveryAddressInTheWayOfOneOnTheLoopback() throws IOException {
        try (var socket = new ServerSocket(0)) {
            assertThat(Ports.isFree("127.0.0.1", socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void findsAFreePortFree() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(Ports.isFree("127.0.0.1", port)).isTrue();
        assertThat(Ports.holder(port)).isEmpty();
    }
}
