package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.reconciliation.CashMovement;
import guildhall.payment.reconciliation.Difference.Found;
import guildhall.payment.reconciliation.DifferenceCommand;
import guildhall.payment.reconciliation.DifferenceCommand.ApproveSettlement;
import guildhall.payment.reconciliation.DifferenceCommand.ProposeSettlement;
import guildhall.payment.reconciliation.DifferenceCommand.RejectSettlement;
import guildhall.payment.reconciliation.DifferenceEvent;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementApproved;
import guildhall.payment.reconciliation.DifferenceId;
import guildhall.payment.reconciliation.DifferenceRejection;
import guildhall.payment.reconciliation.DifferenceRejection.AlreadySettled;
import guildhall.payment.reconciliation.DifferenceRejection.NothingProposed;
import guildhall.payment.reconciliation.DifferenceRejection.ProposalPending;
import guildhall.payment.reconciliation.DifferenceRejection.SamePerson;
import guildhall.payment.reconciliation.DifferenceRejection.SettlementDoesNotFit;
import guildhall.payment.reconciliation.DifferenceRejection.UnknownDifference;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.Proposal;
import guildhall.payment.reconciliation.ReconciliationJournals;
import guildhall.payment.reconciliation.Settlement;
import guildhall.payment.reconciliation.Settlement.Reversal;
import guildhall.payment.reconciliation.Settlement.ToMovement;
import guildhall.payment.reconciliation.Settlement.ToWallet;
import guildhall.payment.reconciliation.Settlement.WriteOff;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletState;
import guildhall.payment.wallet.WalletStates;
import guildhall.payment.wallet.Wallets;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where staff decides about differences. What was refused leaves no trace. */
@Component
class DifferenceDesk {
    private final JdbcDifferences rows;
    private final MatchingRound.Books books;
    private final Posting posting;
    private final OperatorDesk operators;
    private final Clock clock;

    /** Where money moves. */
    @Component
    record Posting(Ledger ledger, Wallets wallets, WalletStates states, EntryPostings entries) {}

    DifferenceDesk(
            JdbcDifferences rows,
            MatchingRound.Books books,
            Posting posting,
            OperatorDesk operators,
            Clock clock) {
        this.rows = rows;
        this.books = books;
        this.posting = posting;
        this.operators = operators;
        this.clock = clock;
    }

    @Transactional
    public Found propose(DifferenceId id, Settlement settlement, String reason, Caller caller) {
        var found = lock(id);
        operators.record(caller, "reconciliation.propose", target(id), reason);
        requireFeasible(settlement, found);
        var proposal = new Proposal(settlement, reason, caller.user(), now());
        handle(new ProposeSettlement(id, proposal));
        return find(id);
    }

    @Transactional
    public Found approve(DifferenceId id, String reason, Caller caller) {
        lock(id);
        operators.record(caller, "reconciliation.approve", target(id), reason);
        for (var event : handle(new ApproveSettlement(id, caller.user(), now()))) {
            if (event instanceof SettlementApproved approved) {
                settle(approved);
            }
        }
        return find(id);
    }

    @Transactional
    public Found reject(DifferenceId id, String reason, Caller caller) {
        lock(id);
        operators.record(caller, "reconciliation.reject", target(id), reason);
        handle(new RejectSettlement(id, caller.user(), now()));
        return find(id);
    }

    private Found lock(DifferenceId id) {
        var found = find(id);
        books.cash().lock(found.finding().currency());
        return found;
    }

    public Found find(DifferenceId id) {
        if (rows.find(id) instanceof Found found) {
            return found;
        }
        throw refusal(new UnknownDifference());
    }

    private List<DifferenceEvent> handle(DifferenceCommand command) {
        return switch (books.differences().handle(command)) {
            case Accepted(var events) -> events;
            case Rejected(var reason) -> throw refusal(reason);
        };
    }

    /** What only the books know; the rest is for the decider. */
    private void requireFeasible(Settlement settlement, Found difference) {
        switch (settlement) {
            case ToWallet(var owner) ->
                    requireOpen(new WalletId(owner, difference.finding().currency()));
            case ToMovement(var movement) -> requireUnmatched(movement);
            case Reversal _ -> {
                if (difference.finding() instanceof Missing(var movement)) {
                    requireReversible(movement);
                }
            }
            case WriteOff _ -> {}
        }
    }

    private void requireOpen(WalletId wallet) {
        if (posting.wallets().ownedBy(wallet.owner()).stream()
                .noneMatch(known -> known.id().equals(wallet))) {
            throw new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/unknown-wallet"));
        }
        if (posting.states().of(wallet) instanceof WalletState.Closed) {
            throw new Refusal(problem(CONFLICT, "payment/wallet-closed"));
        }
    }

    private void requireUnmatched(CashMovement movement) {
        if (books.movements().isMatched(movement.line())) {
            throw new Refusal(problem(CONFLICT, "payment/movement-matched"));
        }
    }

    /** A journal of several movements would leave the others without their counterparts. */
    private void requireReversible(CashMovement movement) {
        var cash =
                books.movements().journalOf(movement).stream()
                        .filter(entry -> entry.account() instanceof CashClearing)
                        .count();
        if (cash != 1) {
            throw new Refusal(problem(CONFLICT, "payment/not-reversible"));
        }
    }

    private void settle(SettlementApproved event) {
        switch (event.finding()) {
            case Unexplained(var entry) -> settle(event, entry);
            case Missing(var movement) -> settle(event, movement);
        }
    }

    private void settle(SettlementApproved event, StatementEntry entry) {
        if (event.proposal().settlement() instanceof ToMovement(var movement)) {
            requireUnmatched(movement);
            var own = post(ReconciliationJournals.settled(event, List.of()));
            var joined = new ArrayList<>(own);
            joined.add(movement);
            books.matches().join(books.entries().matchOf(entry), joined);
            books.differences().explain(List.of(movement), event.at());
        } else {
            if (event.proposal().settlement() instanceof ToWallet(var owner)) {
                requireOpen(new WalletId(owner, entry.currency()));
            }
            post(ReconciliationJournals.settled(event, List.of()));
        }
    }

    private void settle(SettlementApproved event, CashMovement movement) {
        requireUnmatched(movement);
        var original = books.movements().journalOf(movement);
        var own = new ArrayList<>(post(ReconciliationJournals.settled(event, original)));
        own.add(movement);
        books.matches().cancelOut(own, event.at());
    }

    /** Answers with the lines of CASH_CLEARING that it led to. */
    private List<CashMovement> post(Journal journal) {
        var postings = posting.ledger().lock(EntryPostings.accounts(List.of(journal)));
        if (postings.post(journal) instanceof Rejected<?, ?>) {
            throw new Refusal(problem(CONFLICT, "payment/would-overdraw"));
        }
        posting.ledger().write(postings);
        var currency = journal.entries().getFirst().amount().currency();
        return List.copyOf(posting.entries().lines(currency, List.of(journal)).values());
    }

    private static Refusal refusal(DifferenceRejection rejection) {
        return new Refusal(
                switch (rejection) {
                    case UnknownDifference _ -> problem(NOT_FOUND, "payment/unknown-difference");
                    case AlreadySettled _ -> problem(CONFLICT, "payment/difference-settled");
                    case ProposalPending _ -> problem(CONFLICT, "payment/proposal-pending");
                    case NothingProposed _ -> problem(CONFLICT, "payment/nothing-proposed");
                    case SamePerson _ -> problem(CONFLICT, "payment/same-person");
                    case SettlementDoesNotFit _ ->
                            problem(UNPROCESSABLE_CONTENT, "payment/settlement-does-not-fit");
                });
    }

    static Refusal unknownMovement() {
        return new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/unknown-movement"));
    }

    private static String target(DifferenceId id) {
        return "difference/" + id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
