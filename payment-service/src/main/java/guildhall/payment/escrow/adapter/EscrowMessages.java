package guildhall.payment.escrow.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.money.Money;
import guildhall.messages.payment.EscrowEvents;
import guildhall.messages.payment.EscrowEvents.DisputeOutcomeRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowCancelRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowCancelledV1;
import guildhall.messages.payment.EscrowEvents.EscrowFreezeRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowRefundRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowRefundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleaseRejectedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.PaymentCommands;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FreezeEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.RefundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReturnFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.SplitFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.UnfreezeEscrowV1;
import guildhall.messages.payment.TeamPayment;
import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.escrow.EscrowRejection;
import guildhall.payment.escrow.EscrowRejection.AlreadyAvailable;
import guildhall.payment.escrow.EscrowRejection.AlreadyCancelled;
import guildhall.payment.escrow.EscrowRejection.Frozen;
import guildhall.payment.escrow.EscrowRejection.MoreThanHeld;
import guildhall.payment.escrow.EscrowRejection.NotFrozen;
import guildhall.payment.escrow.EscrowRejection.NotFunded;
import guildhall.payment.escrow.EscrowRejection.NotTheFrozenAmount;
import guildhall.payment.escrow.EscrowRejection.NothingLeft;
import guildhall.payment.escrow.EscrowRejection.TermsDiffer;
import guildhall.payment.escrow.EscrowRejection.UnknownEscrow;
import guildhall.payment.escrow.FundingTerms;
import guildhall.runtime.message.MalformedMessageException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Between the published language and the domain. */
@Component
class EscrowMessages {
    private final Clock clock;

    EscrowMessages(Clock clock) {
        this.clock = clock;
    }

    /**
     * In microseconds, so that what is read back from the database equals what was decided.
     *
     * @throws MalformedMessageException when it asks to move nothing
     */
    EscrowOrder order(PaymentCommands command) {
        try {
            return order(command, clock.instant().truncatedTo(MICROS));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("No order: " + command.getClass(), e);
        }
    }

    private static EscrowOrder order(PaymentCommands command, Instant now) {
        return switch (command) {
            case FundEscrowV1 fund -> FundingMessages.order(fund, now);
            case ReleaseEscrowV1(var escrow, var release, var amount) ->
                    new EscrowOrder.Release(escrow, release, amount, now);
            case RefundEscrowV1(var escrow, var refund, var amount, _) ->
                    new EscrowOrder.Refund(escrow, refund, amount, now);
            case CancelEscrowV1(var escrow, var refund, _) ->
                    new EscrowOrder.Cancel(escrow, refund, now);
            case FreezeEscrowV1(var escrow, var dispute) ->
                    new EscrowOrder.Freeze(escrow, dispute, now);
            case UnfreezeEscrowV1(var escrow, var dispute) ->
                    new EscrowOrder.Unfreeze(escrow, dispute, now);
            case ReturnFrozenFundsV1(var escrow, var dispute) ->
                    new EscrowOrder.ReturnToWork(escrow, dispute, now);
            case SplitFrozenFundsV1(var escrow, var dispute, var release, var client, var talent) ->
                    new EscrowOrder.Split(escrow, dispute, release, client, talent, now);
        };
    }

    static EscrowEvents event(EscrowAnswer answer) {
        return switch (answer) {
            case EscrowAnswer.Funded funded -> FundingMessages.funded(funded);
            case EscrowAnswer.FundingFailed failed -> FundingMessages.failed(failed);
            case EscrowAnswer.Released released -> released(released);
            case EscrowAnswer.ReleaseRejected(var escrow, var release, var reason, var at) ->
                    new EscrowReleaseRejectedV1(escrow, release, code(reason), at);
            case EscrowAnswer.Refunded refunded -> refunded(refunded);
            case EscrowAnswer.RefundRejected(var escrow, var refund, var reason, var at) ->
                    new EscrowRefundRejectedV1(escrow, refund, code(reason), at);
            case EscrowAnswer.Cancelled(var escrow, var refund, var at) ->
                    new EscrowCancelledV1(escrow, refund, null, at);
            case EscrowAnswer.WoundUp(var escrow, var refund, var amount, var buyerFee, var at) ->
                    new EscrowCancelledV1(escrow, refund, amount, at, orAbsent(buyerFee));
            case EscrowAnswer.CancelRejected(var escrow, var refund, var reason, var at) ->
                    new EscrowCancelRejectedV1(escrow, refund, code(reason), at);
            case EscrowAnswer.Frozen frozen -> DisputeMessages.frozen(frozen);
            case EscrowAnswer.FreezeRejected(var escrow, var dispute, var reason, var at) ->
                    new EscrowFreezeRejectedV1(escrow, dispute, code(reason), at);
            case EscrowAnswer.Unfrozen unfrozen -> DisputeMessages.unfrozen(unfrozen);
            case EscrowAnswer.Split split -> DisputeMessages.split(split);
            case EscrowAnswer.OutcomeRejected(var escrow, var dispute, var reason, var at) ->
                    new DisputeOutcomeRejectedV1(escrow, dispute, code(reason), at);
        };
    }

    private static EscrowReleasedV1 released(EscrowAnswer.Released released) {
        var terms = released.terms();
        var release = released.release();
        return new EscrowReleasedV1(
                released.escrow(),
                release.id(),
                terms.contract(),
                terms.milestone(),
                terms.payer(),
                terms.payee(),
                release.gross(),
                release.fee(),
                release.net(),
                release.stillHeld(),
                release.at(),
                orAbsent(release.buyerFee()),
                payments(terms, release.net()));
    }

    private static EscrowRefundedV1 refunded(EscrowAnswer.Refunded refunded) {
        var terms = refunded.terms();
        var refund = refunded.refund();
        return new EscrowRefundedV1(
                refunded.escrow(),
                refund.id(),
                terms.contract(),
                terms.milestone(),
                terms.payer(),
                terms.payee(),
                refund.amount(),
                refund.stillHeld(),
                refund.at(),
                orAbsent(refund.buyerFee()));
    }

    /** Optional amounts are only told when there are any. */
    static @Nullable Money orAbsent(Money amount) {
        return amount.isZero() ? null : amount;
    }

    static @Nullable List<TeamPayment> payments(FundingTerms terms, Money net) {
        return terms.team().shares().isEmpty()
                ? null
                : terms.shared(net).stream()
                        .map(part -> new TeamPayment(part.member(), part.amount()))
                        .toList();
    }

    private static String code(EscrowRejection reason) {
        return switch (reason) {
            case UnknownEscrow _ -> "UNKNOWN_ESCROW";
            case NotFunded _ -> "NOT_FUNDED";
            case MoreThanHeld _ -> "MORE_THAN_HELD";
            case TermsDiffer _ -> "TERMS_DIFFER";
            case AlreadyCancelled _ -> "ESCROW_CANCELLED";
            case Frozen _ -> "FROZEN";
            case NothingLeft _ -> "NOTHING_LEFT";
            case AlreadyAvailable _ -> "ALREADY_AVAILABLE";
            case NotFrozen _ -> "NOT_FROZEN";
            case NotTheFrozenAmount _ -> "NOT_THE_FROZEN_AMOUNT";
        };
    }
}
