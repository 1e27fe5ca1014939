package guildhall.stack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Answers a write only when its command is in the {@link CommandLog}; the file itself is written
 * every now and then. The backend as it comes writes its file once a second, so a kill would lose
 * acknowledged writes, and in the middle of a command. To write the file for each command rewrites
 * whole pages of it, and tables of contents.
 *
 * <p>Writes are serialised: the file always stands between two commands and never holds a document
 * without its index entries. Its version says which log continues it. Reads are not held up.
 */
final class DurableBackend extends H2Backend {
    /** Anything else may write and is treated as if it did. */
    private static final Set<String> READS =
            Set.of(
                    "find",
                    "getmore",
                    "killcursors",
                    "count",
                    "distinct",
                    "hello",
                    "ismaster",
                    "ping",
                    "buildinfo",
                    "serverstatus",
                    "listcollections",
                    "listindexes",
                    "endsessions",
                    "getparameter",
                    "collstats",
                    "dbstats");

    /** Newer names that this server does not know yet; health checks say hello. */
    private static final Map<String, String> ALIASES = Map.of("hello", "ismaster");

    /** Pages that are not there are read and taken apart again, for each search of a collection. */
    private static final int CACHE_MEGABYTES = 32;

    private static final int FILL_RATE_PERCENT = 70;
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;

    /** What takes longer reads a whole collection, or waits for somebody who does. */
    private static final Duration SLOW = Duration.ofMillis(50);

    private static final long LONGEST_LOG_BYTES = 16 * 1024 * 1024;

    /** Changed pages stay in memory until they are written; a small document may change several. */
    private static final long MOST_UNSAVED_BYTES = 32 * 1024 * 1024;

    private final ReentrantLock writing = new ReentrantLock();
    private final Path file;
    private CommandLog log;

    /** Carries out again what the file does not hold yet. */
    DurableBackend(Path file) throws IOException {
        super(
                new MVStore.Builder()
                        .fileName(file.toString())
                        .cacheSize(CACHE_MEGABYTES)
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0)
                        .open());
        this.file = file;
        var version = getMvStore().getStoreVersion();
        CommandLog.read(file, version).forEach(this::repeat);
        this.log = written(version + 1);
        Files.deleteIfExists(CommandLog.file(file, version));
        Files.deleteIfExists(CommandLog.file(file, version - 1)); // After a kill in writeFile.
    }

    private void repeat(CommandLog.Entry entry) {
        try {
            super.handleCommand(
                    new EmbeddedChannel(), entry.database(), entry.command(), entry.query());
        } catch (MongoServerException refused) {
            // So it was the first time.
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        var known = ALIASES.getOrDefault(command, command);
        var begin = System.nanoTime();
        try {
            return handle(channel, database, known, query);
        } finally {
            var took = Duration.ofNanos(System.nanoTime() - begin);
            if (took.compareTo(SLOW) > 0) {
                System.out.println(
                        "Slow, %d ms: %s %s %s"
                                .formatted(took.toMillis(), database, known, shape(query)));
            }
        }
    }

    /** The names of fields and operators without their values. */
    private static Object shape(@Nullable Object part) {
        return switch (part) {
            case Document document -> {
                var shape = new Document();
                document.forEach((name, value) -> shape.put(name, shape(value)));
                yield shape;
            }
            case Collection<?> items -> "[" + items.size() + "]";
            case String text when text.matches("[a-z_]{1,30}") -> text;
            case null, default -> "?";
        };
    }

    private Document handle(Channel channel, String database, String known, Document query) {
        if (known.equals("listDatabases")) {
            return databaseNames();
        }
        if (READS.contains(known.toLowerCase(Locale.ROOT)) || isReadingPipeline(known, query)) {
            return super.handleCommand(channel, database, known, query);
        }
        writing.lock();
        try {
            log.append(new CommandLog.Entry(database, known, query));
            var answer = super.handleCommand(channel, database, known, query);
            if (log.length() > LONGEST_LOG_BYTES
                    || getMvStore().getUnsavedMemory() > MOST_UNSAVED_BYTES) {
                writeFile();
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("The log of commands cannot be written", e);
        } finally {
            writing.unlock();
        }
    }

    /** Counting is one. */
    private static boolean isReadingPipeline(String command, Document query) {
        return command.equals("aggregate")
                && query.get("pipeline") instanceof Collection<?> stages
                && stages.stream().noneMatch(DurableBackend::isWriting);
    }

    private static boolean isWriting(Object stage) {
        return !(stage instanceof Document known)
                || known.containsKey("$out")
                || known.containsKey("$merge");
    }

    /** Health checks ask for it. The server as it comes reads all documents to answer. */
    private Document databaseNames() {
        var names = listDatabaseNames().stream().map(name -> new Document("name", name)).toList();
        return new Document("databases", names).append("ok", 1.0);
    }

    /**
     * Writes what has changed since the last time, and reclaims the space of outdated versions;
     * without it the file grows with every write.
     */
    void writeFile() throws IOException {
        writing.lock();
        try {
            if (log.length() > 0) {
                var before = log;
                log = written(getMvStore().getStoreVersion() + 1);
                before.delete();
            }
            getMvStore().compact(FILL_RATE_PERCENT, COMPACT_BYTES);
        } finally {
            writing.unlock();
        }
    }

    /** The log is there before the file says that it counts. */
    private CommandLog written(int version) throws IOException {
        var next = CommandLog.begin(file, version);
        getMvStore().setStoreVersion(version);
        commit();
        return next;
    }

    /** A file that is closed is written. */
    @Override
    public void close() {
        writing.lock();
        try {
            writeFile();
            log.close();
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of documents cannot be written", e);
        } finally {
            writing.unlock();
        }
    }
}
