package guildhall.runtime.outbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Connections on which reading the log waits for it. The PostgreSQL driver looks for what has
 * arrived by reading with a time-out of one millisecond, hundreds of times a second when there is
 * nothing. Here that read waits longer while nothing is to be done but read; whatever arrives ends
 * the wait at once.
 *
 * <p>The driver reads under a lock which it also needs to tell the server what was published. So
 * the wait is short until all that was read is published and told.
 */
public final class PatientSockets extends SocketFactory {
    private static final int LOOK = 1;
    private static final int LONG_LOOK = (int) Duration.ofMillis(100).toMillis();

    private static final class PatientSocket extends Socket {
        @Override
        public void setSoTimeout(int millis) throws SocketException {
            super.setSoTimeout(
                    millis == LOOK && AwaitedQueue.arrivals().areSettled() ? LONG_LOOK : millis);
        }
    }

    /** The driver asks for nothing else: it connects by itself. */
    @Override
    public Socket createSocket() {
        return new PatientSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("Not connected here");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        throw new IOException("Not connected here");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("Not connected here");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        throw new IOException("Not connected here");
    }
}
