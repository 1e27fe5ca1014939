package guildhall.runtime.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Mints UUIDs. Only adapters call it; pure code gets its ids in commands. */
public final class Ids {
    private static final TimeBasedEpochGenerator BY_TIME = Generators.timeBasedEpochGenerator();
    private static final NameBasedGenerator BY_NAME = Generators.nameBasedGenerator();

    /** A version 7 UUID, ordered by the time of its making. */
    public static UUID next() {
        return BY_TIME.generate();
    }

    /**
     * The same id for the same words, always. A retry of a request or of a process step thereby
     * names the aggregate, command or movement that its first try named.
     */
    public static UUID derived(Object... words) {
        var name = new StringBuilder();
        for (var word : words) {
            name.append(word).append('\u0000');
        }
        return BY_NAME.generate(name.toString());
    }

    private Ids() {}
}
