package guildhall.contract.overview;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract.*;
import guildhall.contract.agreement.ContractKind;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.ContractStatus;
import guildhall.contract.agreement.StoredContract;
import guildhall.contract.cancellation.Exit;
import guildhall.contract.milestone.Entitlement;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.Sums;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract as one of its parties sees it over HTTP.
 *
 * @param fundBefore while PENDING_FUNDING: then it is cancelled
 * @param cancellation why it ended early, or is about to
 * @param ifCancelled who would get how much of the held money, when that is known beforehand
 * @param actions what this party may do next
 */
public record ContractView(
        ContractId id,
        String number,
        ContractKind kind,
        String title,
        ContractStatus status,
        JobId jobId,
        ProposalId proposalId,
        Side client,
        Side talent,
        Balance money,
        int termsVersion,
        Instant draftedAt,
        @Nullable Instant fundBefore,
        @Nullable Instant activatedAt,
        @Nullable Instant endedAt,
        @Nullable Cancellation cancellation,
        @Nullable Entitlement ifCancelled,
        ContractRole role,
        List<ContractAction> actions,
        long version) {
    public ContractView {
        actions = List.copyOf(actions);
    }

    /**
     * @param amount what was agreed
     * @param allocated promised to milestones that are not cancelled
     * @param held in escrow now
     * @param paid to the talent, fees included
     */
    public record Balance(Money amount, Money allocated, Money held, Money paid) {}

    /** Why, and when it was asked for or came about. */
    public record Cancellation(CancellationReason reason, Instant at) {}

    public static ContractView of(
            StoredContract stored, List<Known> milestones, ContractRole role, Instant now) {
        var contract = stored.contract();
        var agreement = contract.agreement();
        var sums = Sums.of(agreement, milestones);
        return new ContractView(
                agreement.id(),
                agreement.number(),
                agreement.kind(),
                agreement.title(),
                contract.status(),
                agreement.job(),
                agreement.proposal(),
                agreement.client(),
                agreement.talent(),
                new Balance(agreement.amount(), sums.allocated(), sums.held(), sums.paid()),
                agreement.terms().version(),
                stored.draftedAt(),
                fundBefore(contract),
                activatedAt(contract),
                endedAt(contract),
                cancellation(contract),
                Exit.of(contract, milestones).preview().orElse(null),
                role,
                ContractAction.open(contract, milestones, role, now),
                stored.version());
    }

    private static @Nullable Instant fundBefore(Agreed contract) {
        return switch (contract) {
            case PendingFunding p -> p.fundBefore();
            case Cancelling c -> c.fundBefore();
            case Draft _, Active _, Completed _, Cancelled _, Terminated _ -> null;
        };
    }

    private static @Nullable Instant activatedAt(Agreed contract) {
        return switch (contract) {
            case Active a -> a.activatedAt();
            case Completed c -> c.activatedAt();
            case Terminated t -> t.activatedAt();
            case Draft _, PendingFunding _, Cancelling _, Cancelled _ -> null;
        };
    }

    private static @Nullable Instant endedAt(Agreed contract) {
        return switch (contract) {
            case Completed c -> c.completedAt();
            case Cancelled c -> c.cancelledAt();
            case Terminated t -> t.terminatedAt();
            case Draft _, PendingFunding _, Cancelling _, Active _ -> null;
        };
    }

    private static @Nullable Cancellation cancellation(Agreed contract) {
        return switch (contract) {
            case Cancelling c -> new Cancellation(c.reason(), c.requestedAt());
            case Cancelled c -> new Cancellation(c.reason(), c.cancelledAt());
            case Draft _, PendingFunding _, Active _, Completed _, Terminated _ -> null;
        };
    }
}
