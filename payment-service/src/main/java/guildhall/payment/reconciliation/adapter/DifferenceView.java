package guildhall.payment.reconciliation.adapter;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.payment.reconciliation.CashMovement;
import guildhall.payment.reconciliation.Difference.Found;
import guildhall.payment.reconciliation.Difference.Open;
import guildhall.payment.reconciliation.Difference.Outcome.Decided;
import guildhall.payment.reconciliation.Difference.Outcome.Explained;
import guildhall.payment.reconciliation.Difference.Proposed;
import guildhall.payment.reconciliation.Difference.Settled;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.Proposal;
import guildhall.payment.reconciliation.Settlement.Reversal;
import guildhall.payment.reconciliation.Settlement.ToMovement;
import guildhall.payment.reconciliation.Settlement.ToWallet;
import guildhall.payment.reconciliation.Settlement.WriteOff;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.adapter.DifferenceController.SettlementKind;
import guildhall.payment.reconciliation.adapter.JdbcDifferences.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A difference as finance staff sees it. */
record DifferenceView(
        UUID id,
        Status status,
        @Schema(description = "UNEXPLAINED: in SUSPENSE; MISSING: unknown to the provider")
                String finding,
        String currency,
        @Schema(description = "Minor units; above zero when the provider holds, or should, more")
                long change,
        @Nullable EntryView entry,
        @Nullable MovementView movement,
        Instant foundAt,
        @Nullable ProposalView proposal,
        @Nullable UserId approvedBy,
        @Schema(description = "Without a proposal its counterpart turned up")
                @Nullable Instant settledAt) {

    record EntryView(
            String provider,
            String id,
            StatementEntry.Kind kind,
            String reference,
            Instant bookedAt) {
        static EntryView of(StatementEntry entry) {
            return new EntryView(
                    entry.provider(),
                    entry.id(),
                    entry.kind(),
                    entry.reference(),
                    entry.bookedAt());
        }
    }

    record MovementView(
            @Schema(description = "Its line of CASH_CLEARING") long line,
            String sourceType,
            UUID sourceId,
            String step,
            Instant postedAt) {
        static MovementView of(CashMovement movement) {
            return new MovementView(
                    movement.line(),
                    movement.source().type(),
                    movement.source().id(),
                    movement.source().step(),
                    movement.postedAt());
        }
    }

    record ProposalView(
            SettlementKind settlement,
            @Nullable Party owner,
            @Nullable Long movement,
            String reason,
            UserId proposedBy,
            Instant proposedAt) {
        static ProposalView of(Proposal proposal) {
            return switch (proposal.settlement()) {
                case ToWallet(var owner) -> of(SettlementKind.TO_WALLET, owner, null, proposal);
                case ToMovement(var movement) ->
                        of(SettlementKind.TO_MOVEMENT, null, movement.line(), proposal);
                case WriteOff _ -> of(SettlementKind.WRITE_OFF, null, null, proposal);
                case Reversal _ -> of(SettlementKind.REVERSAL, null, null, proposal);
            };
        }

        private static ProposalView of(
                SettlementKind kind,
                @Nullable Party owner,
                @Nullable Long movement,
                Proposal proposal) {
            return new ProposalView(
                    kind, owner, movement, proposal.reason(), proposal.by(), proposal.at());
        }
    }

    private record End(
            Status status,
            @Nullable Proposal proposal,
            @Nullable UserId approvedBy,
            @Nullable Instant settledAt) {}

    static DifferenceView of(Found difference) {
        return switch (difference) {
            case Open open -> of(open, new End(Status.OPEN, null, null, null));
            case Proposed proposed ->
                    of(proposed, new End(Status.PROPOSED, proposed.proposal(), null, null));
            case Settled settled ->
                    switch (settled.outcome()) {
                        case Decided(var proposal, var by, var at) ->
                                of(settled, new End(Status.SETTLED, proposal, by, at));
                        case Explained(var at) ->
                                of(settled, new End(Status.SETTLED, null, null, at));
                    };
        };
    }

    private static DifferenceView of(Found difference, End end) {
        var finding = difference.finding();
        return new DifferenceView(
                difference.id().value(),
                end.status(),
                Differences.name(finding),
                finding.currency().getCurrencyCode(),
                finding.change(),
                finding instanceof Unexplained(var entry) ? EntryView.of(entry) : null,
                finding instanceof Missing(var movement) ? MovementView.of(movement) : null,
                difference.foundAt(),
                end.proposal() == null ? null : ProposalView.of(end.proposal()),
                end.approvedBy(),
                end.settledAt());
    }
}
