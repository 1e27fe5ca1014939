package guildhall.contract.funding;

import static guildhall.contract.agreement.SampleContracts.CLIENT;
import static guildhall.contract.agreement.SampleContracts.CONTRACT;
import static guildhall.contract.agreement.SampleContracts.TALENT;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.SampleMilestones.ESCROW;
import static guildhall.contract.milestone.SampleMilestones.SKETCHES;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.funding.Funding.*;
import guildhall.contract.funding.FundingSignal.*;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The funding process in every state, and every signal. */
final class SampleFunding {
    static final FundingPolicy POLICY =
            new FundingPolicy(Duration.ofSeconds(30), 5, Duration.ofHours(1));
    static final Instant START = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = START.plusSeconds(10);
    static final Instant FUND_BEFORE = START.plus(Duration.ofDays(2));
    static final Instant ANSWER_BY = START.plusSeconds(30);
    static final Instant KNOCK_AT = START.plus(Duration.ofHours(1));
    static final EscrowId NEW_ESCROW = new EscrowId(new UUID(5, 2));
    static final EscrowOrder ORDER = order(ESCROW);
    static final EscrowOrder NEW_ORDER = order(NEW_ESCROW);

    static final NotRequested NOT_REQUESTED = new NotRequested();
    static final Requested REQUESTED = new Requested(ORDER, 1, 0, ANSWER_BY, FUND_BEFORE);
    static final Unanswered UNANSWERED =
            new Unanswered(ORDER, 1, "NO_ANSWER", KNOCK_AT, FUND_BEFORE);
    static final Refused REFUSED = new Refused(ORDER, 1, "INSUFFICIENT_FUNDS", FUND_BEFORE);
    static final Closing CLOSING = new Closing(ORDER, CancellationReason.TALENT, 0, ANSWER_BY);
    static final CloseUnanswered CLOSE_UNANSWERED =
            new CloseUnanswered(ORDER, CancellationReason.TALENT, KNOCK_AT);
    static final Funded FUNDED = new Funded(ORDER);
    static final Closed CLOSED = new Closed(ORDER, CancellationReason.TALENT);

    static final List<Funding> STATES =
            List.of(
                    NOT_REQUESTED,
                    REQUESTED,
                    UNANSWERED,
                    REFUSED,
                    CLOSING,
                    CLOSE_UNANSWERED,
                    FUNDED,
                    CLOSED);

    static final FundingRequested REQUEST = new FundingRequested(ORDER, FUND_BEFORE, LATER);
    static final FundingRequested NEW_REQUEST = new FundingRequested(NEW_ORDER, FUND_BEFORE, LATER);
    static final EscrowFunded ESCROW_FUNDED = new EscrowFunded(ESCROW, LATER);
    static final EscrowFundingFailed FAILED = failed(1, "INSUFFICIENT_FUNDS");
    static final EscrowCancelled ESCROW_CANCELLED = new EscrowCancelled(ESCROW, LATER);
    static final CancellationRequested CANCEL =
            new CancellationRequested(CancellationReason.CLIENT, LATER);
    static final DeadlinePassed TOO_EARLY = new DeadlinePassed(LATER);
    static final DeadlinePassed ANSWER_OVERDUE = new DeadlinePassed(ANSWER_BY);
    static final DeadlinePassed KNOCK = new DeadlinePassed(KNOCK_AT);
    static final DeadlinePassed TIME_IS_UP = new DeadlinePassed(FUND_BEFORE);
    static final RetryOrdered RETRY = new RetryOrdered(LATER);
    static final SkipOrdered SKIP = new SkipOrdered(LATER);
    static final CompensationOrdered COMPENSATE = new CompensationOrdered(LATER);

    static EscrowFundingFailed failed(int attempt, String reason) {
        return new EscrowFundingFailed(ESCROW, attempt, reason, LATER);
    }

    private static EscrowOrder order(EscrowId escrow) {
        return new EscrowOrder(
                escrow,
                new RefundId(new UUID(7, escrow.value().getLeastSignificantBits())),
                CONTRACT,
                SKETCHES,
                "Sketches",
                CLIENT,
                TALENT,
                usd(30_000),
                List.of());
    }

    private SampleFunding() {}
}
