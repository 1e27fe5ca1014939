package guildhall.stack.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only when the file holds it. The backend as it comes writes its file once a
 * second, so a kill would lose acknowledged writes, and in the middle of a command.
 *
 * <p>Writes are serialised: a commit then always falls between two commands and never catches a
 * document without its index entries. Reads are not held up.
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
                    "listdatabases",
                    "endsessions",
                    "getparameter",
                    "collstats",
                    "dbstats");

    /** Newer names that this server does not know yet; health checks say hello. */
    private static final Map<String, String> ALIASES = Map.of("hello", "ismaster");

    private static final int FILL_RATE_PERCENT = 70;
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;

    private final ReentrantLock writing = new ReentrantLock();

    DurableBackend(Path file) {
        super(new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open());
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        var known = ALIASES.getOrDefault(command, command);
        if (READS.contains(known.toLowerCase(Locale.ROOT))) {
            return super.handleCommand(channel, database, known, query);
        }
        writing.lock();
        try {
            return super.handleCommand(channel, database, known, query);
        } finally {
            commit();
            writing.unlock();
        }
    }

    /** Reclaims the space of outdated versions; without it the file grows with every write. */
    void compact() {
        writing.lock();
        try {
            getMvStore().compact(FILL_RATE_PERCENT, COMPACT_BYTES);
        } finally {
            writing.unlock();
        }
    }
}
