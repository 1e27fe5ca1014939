package guildhall.stack;

import guildhall.stack.component.ComponentFailure;
import guildhall.stack.settings.StackHome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;

/**
 * One command at a time may start or stop things. The operating system drops the lock when its
 * holder dies, however it dies.
 */
final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    static StackLock acquire(StackHome home) {
        try {
            var channel =
                    FileChannel.open(
                            home.lock(),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                var holder = holder(channel);
                channel.close();
                throw new ComponentFailure(
                        "another guildhall command%s is at work on %s; wait for it to end"
                                .formatted(holder, home.folder()));
            }
            var pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return new StackLock(channel);
        } catch (IOException e) {
            throw new ComponentFailure("cannot lock " + home.lock() + ": " + e, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // Another thread of this program.
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(Long.SIZE);
        channel.read(buffer, 0);
        var pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
        return pid.isBlank() ? "" : " (process " + pid + ")";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ComponentFailure("cannot unlock: " + e, e);
        }
    }
}
