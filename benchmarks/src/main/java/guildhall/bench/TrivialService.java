package guildhall.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every request with the same JSON as cheaply as it can. */
final class TrivialService implements AutoCloseable {
    private final byte[] answer;
    private final ServerSocket server;

    /**
     * @param json of ASCII characters
     */
    TrivialService(String json) throws IOException {
        answer =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(json.length(), json)
                        .getBytes(StandardCharsets.US_ASCII);
        server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("trivial-service").start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var buffer = new byte[16_384];
            while (readHead(socket.getInputStream(), buffer)) {
                socket.getOutputStream().write(answer);
            }
        } catch (IOException _) {
            // The other side went away.
        }
    }

    /** Requests here have no body, and come one after the other. */
    private static boolean readHead(InputStream in, byte[] buffer) throws IOException {
        int length = 0;
        while (length < 4 || !endsHead(buffer, length)) {
            var read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                return false;
            }
            length += read;
        }
        return true;
    }

    private static boolean endsHead(byte[] buffer, int length) {
        return buffer[length - 4] == '\r'
                && buffer[length - 3] == '\n'
                && buffer[length - 2] == '\r'
                && buffer[length - 1] == '\n';
    }
}
