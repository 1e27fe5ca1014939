package guildhall.payment.adjustment.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.AdjustmentId;
import guildhall.payment.adjustment.Adjustment;
import guildhall.payment.adjustment.Adjustment.Known;
import guildhall.payment.adjustment.AdjustmentCommand;
import guildhall.payment.adjustment.AdjustmentCommand.ApproveAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.Circumstances;
import guildhall.payment.adjustment.AdjustmentCommand.ExpireAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.RequestAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.TurnDownAdjustment;
import guildhall.payment.adjustment.AdjustmentCommand.WithdrawAdjustment;
import guildhall.payment.adjustment.AdjustmentDecider;
import guildhall.payment.adjustment.AdjustmentEvent;
import guildhall.payment.adjustment.AdjustmentEvent.AdjustmentRequested;
import guildhall.payment.adjustment.AdjustmentJournals;
import guildhall.payment.adjustment.AdjustmentRejection;
import guildhall.payment.adjustment.AdjustmentRejection.NotReversible;
import guildhall.payment.adjustment.AdjustmentRejection.UnknownAdjustment;
import guildhall.payment.adjustment.AdjustmentRejection.UnknownJournal;
import guildhall.payment.adjustment.AdjustmentRejection.UnknownWallet;
import guildhall.payment.adjustment.AdjustmentRequest;
import guildhall.payment.adjustment.Adjustments;
import guildhall.payment.adjustment.Correction;
import guildhall.payment.adjustment.Correction.Manual;
import guildhall.payment.adjustment.Correction.Reversal;
import guildhall.payment.adjustment.Operator;
import guildhall.payment.adjustment.adapter.PostedJournals.PostedJournal;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.PostingRefusal;
import guildhall.payment.ledger.Postings;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletState.Closed;
import guildhall.payment.wallet.WalletStates;
import guildhall.payment.wallet.Wallets;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.security.Caller;
import guildhall.runtime.timer.Timers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where staff corrects the books. Locks the adjustment, then the turn of the approver, then the
 * accounts, which is the last thing that any transaction locks.
 */
@Component
class AdjustmentDesk {
    static final String EXPIRY = "adjustment-expiry";
    private static final Duration DAY = Duration.ofDays(1);

    private final Stores stores;
    private final Tellers tellers;
    private final AdjustmentDecider decider;
    private final Duration expiresAfter;
    private final Clock clock;

    /** What is read and written. */
    @Component
    record Stores(
            Adjustments adjustments,
            PostedJournals journals,
            Ledger ledger,
            Wallets wallets,
            WalletStates states) {}

    /** Who is told. */
    @Component
    record Tellers(Outbox outbox, Timers timers, OperatorDesk operators, MeterRegistry meters) {}

    AdjustmentDesk(Stores stores, Tellers tellers, AdjustmentProperties properties, Clock clock) {
        this.stores = stores;
        this.tellers = tellers;
        this.decider = new AdjustmentDecider(properties.limits());
        this.expiresAfter = properties.expiresAfter();
        this.clock = clock;
    }

    /** For a wallet that was used before. */
    @Transactional
    public Decision<AdjustmentEvent, AdjustmentRejection> request(
            AdjustmentId id, Correction correction, String reason, Caller caller) {
        record(caller, "request", id, reason);
        return correction.wallets().stream().allMatch(this::isKnown)
                ? ask(id, correction, reason, caller)
                : Decision.reject(new UnknownWallet());
    }

    private boolean isKnown(WalletId wallet) {
        return stores.wallets().ownedBy(wallet.owner()).stream()
                .anyMatch(known -> known.id().equals(wallet));
    }

    @Transactional
    public Decision<AdjustmentEvent, AdjustmentRejection> requestReversal(
            AdjustmentId id, UUID journal, String reason, Caller caller) {
        record(caller, "request-reversal", id, reason);
        return stores.journals()
                .find(journal)
                .map(posted -> reverse(id, journal, posted, reason, caller))
                .orElseGet(() -> Decision.reject(new UnknownJournal()));
    }

    private Decision<AdjustmentEvent, AdjustmentRejection> reverse(
            AdjustmentId id, UUID journal, PostedJournal posted, String reason, Caller caller) {
        var entries =
                posted.entries().stream()
                        .flatMap(entry -> entry.entry(posted.currency()).stream())
                        .toList();
        if (entries.size() < posted.entries().size()) {
            return Decision.reject(new NotReversible());
        }
        var correction = Correction.reversalOf(journal, posted.description(), entries);
        return ask(id, correction, reason, caller);
    }

    private Decision<AdjustmentEvent, AdjustmentRejection> ask(
            AdjustmentId id, Correction correction, String reason, Caller caller) {
        var now = now();
        var request =
                new AdjustmentRequest(
                        id, correction, reason, caller.user(), now, now.plus(expiresAfter));
        var isReversed =
                switch (correction) {
                    case Manual _ -> false;
                    case Reversal reversal -> stores.adjustments().isReversed(reversal.journal());
                };
        return decide(
                new RequestAdjustment(request, operator(caller), isReversed),
                stores.adjustments().lock(id));
    }

    @Transactional
    public Decision<AdjustmentEvent, AdjustmentRejection> approve(
            AdjustmentId id, String reason, Caller caller) {
        record(caller, "approve", id, reason);
        return stores.adjustments().lock(id) instanceof Known adjustment
                ? approve(adjustment, reason, caller)
                : Decision.reject(new UnknownAdjustment());
    }

    private Decision<AdjustmentEvent, AdjustmentRejection> approve(
            Known adjustment, String reason, Caller caller) {
        var now = now();
        var correction = adjustment.request().correction();
        var currency = correction.amount().currency();
        var approved = stores.adjustments().approvedBy(caller.user(), currency, now.minus(DAY));
        var postings = stores.ledger().lock(correction.accounts());
        var journal = AdjustmentJournals.of(adjustment.request(), now);
        var circumstances =
                new Circumstances(approved, closed(correction), refusals(journal, postings));
        var decision =
                decide(
                        new ApproveAdjustment(operator(caller), reason, circumstances, now),
                        adjustment);
        if (decision instanceof Accepted(var events) && !events.isEmpty()) {
            stores.ledger().write(postings);
        }
        return decision;
    }

    private Set<WalletId> closed(Correction correction) {
        return correction.wallets().stream()
                .filter(wallet -> stores.states().of(wallet) instanceof Closed)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<PostingRefusal> refusals(Journal journal, Postings postings) {
        return postings.post(journal) instanceof Rejected(var refusal)
                ? List.of(refusal)
                : List.of();
    }

    @Transactional
    public Decision<AdjustmentEvent, AdjustmentRejection> turnDown(
            AdjustmentId id, String reason, Caller caller) {
        record(caller, "turn-down", id, reason);
        return decide(
                new TurnDownAdjustment(operator(caller), reason, now()),
                stores.adjustments().lock(id));
    }

    @Transactional
    public Decision<AdjustmentEvent, AdjustmentRejection> withdraw(
            AdjustmentId id, String reason, Caller caller) {
        record(caller, "withdraw", id, reason);
        return decide(
                new WithdrawAdjustment(operator(caller), reason, now()),
                stores.adjustments().lock(id));
    }

    @Transactional
    public void expire(AdjustmentId id) {
        decide(new ExpireAdjustment(now()), stores.adjustments().lock(id));
    }

    private Decision<AdjustmentEvent, AdjustmentRejection> decide(
            AdjustmentCommand command, Adjustment before) {
        var decision = decider.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            for (var event : events) {
                if (decider.evolve(before, event) instanceof Known after) {
                    stores.adjustments().write(before, after);
                    tell(event, AdjustmentStatus.of(after));
                }
            }
        }
        return decision;
    }

    private void tell(AdjustmentEvent event, AdjustmentStatus status) {
        var request = event.request();
        if (event instanceof AdjustmentRequested) {
            tellers.timers().schedule(EXPIRY, request.id().toString(), request.expiresAt());
        } else {
            tellers.timers().cancel(EXPIRY, request.id().toString());
        }
        tellers.outbox().add(AdjustmentMessages.of(event));
        tellers.meters()
                .counter("guildhall.payment.adjustments", "status", status.name())
                .increment();
    }

    private void record(Caller caller, String act, AdjustmentId id, String reason) {
        tellers.operators().record(caller, "adjustment." + act, id.toString(), reason);
    }

    private static Operator operator(Caller caller) {
        return new Operator(
                caller.user(),
                caller.actingParty().map(Set::of).orElseGet(Set::of),
                caller.isStaff("ADMIN"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
