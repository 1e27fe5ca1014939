package guildhall.stack.mongo;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands that the store has not written yet, one BSON document each, in the order in which they
 * were carried out. A log belongs to one version of the store: it holds what came after it.
 */
final class CommandLog implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private long length;

    record Entry(String database, String command, Document query) {
        private static Entry of(Document stored) {
            return new Entry(
                    (String) requireNonNull(stored.get("database")),
                    (String) requireNonNull(stored.get("command")),
                    (Document) requireNonNull(stored.get("query")));
        }

        private Document stored() {
            return new Document("database", database)
                    .append("command", command)
                    .append("query", query);
        }
    }

    private CommandLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** An empty one. */
    static CommandLog begin(Path store, int version) throws IOException {
        var file = file(store, version);
        return new CommandLog(
                file,
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** What was acknowledged. A last entry that is not whole was not, and is left out. */
    static List<Entry> read(Path store, int version) throws IOException {
        var file = file(store, version);
        var entries = new ArrayList<Entry>();
        if (Files.exists(file)) {
            var bytes = Unpooled.wrappedBuffer(Files.readAllBytes(file));
            while (isWhole(bytes)) {
                entries.add(Entry.of(BsonDecoder.decodeBson(bytes)));
            }
        }
        return entries;
    }

    /** A BSON document begins with its own length. */
    private static boolean isWhole(ByteBuf bytes) {
        return bytes.readableBytes() > Integer.BYTES
                && bytes.readableBytes() >= bytes.getIntLE(bytes.readerIndex());
    }

    static Path file(Path store, int version) {
        return store.resolveSibling(store.getFileName() + "." + version + ".log");
    }

    /** Returns when the operating system has it: it outlives a kill of this process. */
    void append(Entry entry) throws IOException {
        var bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(entry.stored(), bytes);
        var left = bytes.nioBuffer();
        try {
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            channel.truncate(length);
            throw e;
        }
        length += bytes.readableBytes();
    }

    /** In bytes. */
    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    void delete() throws IOException {
        close();
        Files.delete(file);
    }
}
