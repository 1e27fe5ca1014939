package guildhall.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/** A closed load: so many connections, each asking again as soon as it was answered. */
final class HttpLoad {
    private static final int CONNECTIONS = 32;

    private final int port;
    private final byte[] request;

    HttpLoad(int port, String path, String token) {
        this.port = port;
        request =
                "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, token)
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /** Latencies in milliseconds of all answers with status 200. */
    List<Double> run(Duration time) {
        var all = Collections.synchronizedList(new ArrayList<Double>());
        var end = System.nanoTime() + time.toNanos();
        try (var connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.execute(() -> all.addAll(ask(end)));
            }
        }
        return all;
    }

    private List<Double> ask(long end) {
        var millis = new ArrayList<Double>();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                var start = System.nanoTime();
                socket.getOutputStream().write(request);
                if (readAnswer(in)) {
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
        } catch (IOException lost) {
            throw new IllegalStateException("The connection was lost under load", lost);
        }
        return millis;
    }

    private static boolean readAnswer(InputStream in) throws IOException {
        var status = readLine(in);
        int length = 0;
        for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        in.skipNBytes(length);
        return status.startsWith("HTTP/1.1 200");
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
