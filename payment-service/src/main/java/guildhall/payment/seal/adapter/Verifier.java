package guildhall.payment.seal.adapter;

import guildhall.payment.alarm.Alarms;
import guildhall.payment.alarm.BooksCheck;
import guildhall.payment.seal.Verdict;
import guildhall.payment.seal.Verdict.Broken;
import guildhall.payment.seal.Verdict.Fault;
import guildhall.payment.seal.Verdict.Intact;
import guildhall.payment.seal.Verdict.Link;
import java.math.BigInteger;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Recomputes the chain: stretch after stretch, from the beginning to its end and again. Remembers
 * the end as it was, so that a chain that was cut off or rewritten as a whole is noticed too.
 */
@Component
class Verifier {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    private final JdbcSeals seals;
    private final Alarms alarms;
    private final SealProperties properties;

    private volatile Link verified = Link.ORIGIN;
    private volatile Link seen = Link.ORIGIN;
    private volatile Link confirmed = Link.ORIGIN;
    private volatile Optional<Broken> broken = Optional.empty();

    Verifier(JdbcSeals seals, Alarms alarms, SealProperties properties) {
        this.seals = seals;
        this.alarms = alarms;
        this.properties = properties;
    }

    /** How far the present round has come. */
    long verifiedThrough() {
        return verified.position();
    }

    /** The first position that does not fit, until it fits again. */
    Optional<Broken> broken() {
        return broken;
    }

    /** A stretch that is broken is looked at again and again. */
    void verifyNext() {
        var verdict = replaced().orElseGet(() -> behind(verified, properties.verifyAtOnce()));
        switch (verdict) {
            case Intact(var head) -> {
                broken = Optional.empty();
                seen = seals.head();
                if (head.equals(verified)) {
                    confirm(head);
                    verified = Link.ORIGIN;
                } else {
                    verified = head;
                }
                alarms.report(BooksCheck.HASH_CHAIN, BigInteger.ZERO);
            }
            case Broken found -> {
                broken = Optional.of(found);
                alarms.report(BooksCheck.HASH_CHAIN, BigInteger.valueOf(found.position()));
            }
        }
    }

    /** The log is kept elsewhere: a chain that is rewritten later does not fit it. */
    private void confirm(Link end) {
        if (!end.equals(confirmed)) {
            LOG.info("The hash chain fits up to position {} with {}", end.position(), end.hash());
            confirmed = end;
        }
    }

    private Optional<Verdict> replaced() {
        return seals.link(seen.position()).filter(seen::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Broken(seen.position(), Fault.SEAL_REPLACED));
    }

    /**
     * @param after trusted; the first link to be verified follows it
     */
    Verdict behind(Link after, int positions) {
        var head = after;
        var end = after.position() + positions;
        while (head.position() < end) {
            var limit = (int) Math.min(properties.batch(), end - head.position());
            var stretch = seals.behind(head.position(), limit);
            if (stretch.isEmpty()) {
                break;
            }
            switch (Verdict.of(head, stretch)) {
                case Intact(var reached) -> head = reached;
                case Broken broken -> {
                    return broken;
                }
            }
        }
        return new Intact(head);
    }
}
