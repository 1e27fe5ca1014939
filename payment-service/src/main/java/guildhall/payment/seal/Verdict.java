package guildhall.payment.seal;

import java.util.List;
import java.util.Optional;

/** Whether a stretch of the chain fits its journals. */
public sealed interface Verdict {
    /**
     * @param head the last seal; where the next stretch goes on
     */
    record Intact(Link head) implements Verdict {}

    record Broken(long position, Fault fault) implements Verdict {}

    enum Fault {
        /** A position between others has no seal. */
        SEAL_MISSING,
        /** The journal that was sealed is gone. */
        JOURNAL_MISSING,
        /** The journal, its lines or the order are not what was sealed. */
        CONTENT_DIFFERS,
        /** A seal that was seen before is gone or has another hash. */
        SEAL_REPLACED
    }

    /** What the hash of the next position builds on. */
    record Link(long position, SealHash hash) {
        public static final Link ORIGIN = new Link(0, SealHash.ORIGIN);
    }

    /** A seal and the journal that it names, if there still is one. */
    record Found(Seal seal, Optional<JournalContent> journal) {}

    /**
     * @param before the link in front of the stretch
     * @param stretch all seals that there are behind it, by position
     */
    static Verdict of(Link before, List<Found> stretch) {
        var head = before;
        for (var found : stretch) {
            var position = head.position() + 1;
            if (found.seal().position() != position) {
                return new Broken(position, Fault.SEAL_MISSING);
            }
            if (found.journal().isEmpty()) {
                return new Broken(position, Fault.JOURNAL_MISSING);
            }
            var hash = HashChain.next(head.hash(), position, found.journal().get());
            if (!hash.equals(found.seal().hash())) {
                return new Broken(position, Fault.CONTENT_DIFFERS);
            }
            head = new Link(position, hash);
        }
        return new Intact(head);
    }
}
