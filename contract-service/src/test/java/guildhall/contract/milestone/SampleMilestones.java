package guildhall.contract.milestone;

import static guildhall.contract.agreement.SampleContracts.CONTRACT;
import static guildhall.contract.agreement.SampleContracts.FUND_BEFORE;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.usd;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.milestone.Milestone.*;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One milestone in every state, for tests of everything that depends on one. */
public final class SampleMilestones {
    public static final MilestoneId SKETCHES = new MilestoneId(new UUID(4, 1));
    public static final EscrowId ESCROW = new EscrowId(new UUID(5, 1));
    public static final ReleaseId RELEASE = new ReleaseId(new UUID(6, 1));
    public static final Instant AUTO_APPROVE = NOON.plus(Duration.ofDays(14));
    public static final Plan PLAN = new Plan(SKETCHES, CONTRACT, 1, "Sketches", usd(30_000), 7, 2);
    public static final Hold HOLD = new Hold(ESCROW, NOON);
    public static final Work STARTED = new Work(NOON, 0, 0);
    public static final Work DELIVERED = new Work(NOON, 1, 0);
    public static final Work SENT_BACK = new Work(NOON, 1, 1);
    public static final Approval APPROVAL = new Approval(RELEASE, false, NOON);
    public static final Payment PAYMENT = new Payment(usd(30_000), usd(3_000), usd(27_000), NOON);
    public static final ReleaseId PART = new ReleaseId(new UUID(6, 2));
    public static final Payment PART_PAYMENT =
            new Payment(usd(10_000), usd(1_000), usd(9_000), NOON);
    public static final Ending ENDING = new Ending(CancellationReason.CLIENT, NOON);

    public static final Planned PLANNED = new Planned(PLAN);
    public static final AwaitingFunding AWAITING = new AwaitingFunding(PLAN, ESCROW, FUND_BEFORE);
    public static final FundingRefused REFUSED =
            new FundingRefused(PLAN, ESCROW, FUND_BEFORE, "INSUFFICIENT_FUNDS");
    public static final Funded FUNDED = new Funded(PLAN, HOLD);
    public static final InProgress IN_PROGRESS = new InProgress(PLAN, HOLD, STARTED);
    public static final Submitted SUBMITTED =
            new Submitted(PLAN, HOLD, DELIVERED, NOON, AUTO_APPROVE);
    public static final RevisionRequested REVISION_REQUESTED =
            new RevisionRequested(PLAN, HOLD, SENT_BACK);
    public static final Approved APPROVED = new Approved(PLAN, HOLD, DELIVERED, APPROVAL);
    public static final Paid PAID = new Paid(PLAN, HOLD, DELIVERED, APPROVAL, PAYMENT);
    public static final Refunding REFUNDING = new Refunding(PLAN, ESCROW, ENDING);
    public static final Cancelled CANCELLED = new Cancelled(PLAN, ENDING);

    public static final List<Known> ALL =
            List.of(
                    PLANNED,
                    AWAITING,
                    REFUSED,
                    FUNDED,
                    IN_PROGRESS,
                    SUBMITTED,
                    REVISION_REQUESTED,
                    APPROVED,
                    PAID,
                    REFUNDING,
                    CANCELLED);

    private SampleMilestones() {}
}
