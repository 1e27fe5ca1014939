package guildhall.contract.milestone;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.contract.milestone.Milestone.*;
import guildhall.contract.milestone.MilestoneCommand.ConfirmPayment;
import guildhall.contract.milestone.MilestoneCommand.ReleasePart;
import guildhall.contract.milestone.MilestoneEvent.PartialReleaseOrdered;
import guildhall.contract.milestone.MilestoneEvent.PartialReleasePaid;
import guildhall.contract.milestone.MilestoneRejection.*;
import guildhall.runtime.decide.Decision;

/** How a part of the held money is paid while the work goes on. */
final class PartialReleaseRules {
    static final int MOST = 50;

    static Decision<MilestoneEvent, MilestoneRejection> order(
            ReleasePart release, Milestone state) {
        return switch (state) {
            // A retry finds its own result, also after the approval.
            case Held h when h.hold().partialRelease(release.release()).isPresent() -> accept();
            case InProgress p -> order(release, p);
            case Submitted s -> order(release, s);
            case RevisionRequested r -> order(release, r);
            case Funded _ -> reject(new WorkNotStarted());
            case Planned _, Unconfirmed _ -> reject(new NotFunded());
            case Approved _, Paid _ -> reject(new AlreadyApproved());
            case Refunding _, Cancelled _ -> reject(new AlreadyCancelled());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    private static Decision<MilestoneEvent, MilestoneRejection> order(
            ReleasePart release, Held milestone) {
        var amount = release.amount();
        var rest = milestone.rest();
        if (amount.isZero() || !amount.currency().equals(rest.currency())) {
            return reject(new InvalidAmount(rest.currency().getCurrencyCode()));
        }
        if (!amount.isLessThan(rest)) {
            return reject(new NotLessThanTheRest(rest));
        }
        if (milestone.hold().partialReleases().size() == MOST) {
            return reject(new PartialReleasesUsedUp(MOST));
        }
        return accept(
                new PartialReleaseOrdered(
                        new PartialRelease(release.release(), amount, release.at())));
    }

    static Decision<MilestoneEvent, MilestoneRejection> confirm(
            ConfirmPayment confirm, PartialRelease part) {
        return part.isPaid()
                ? accept()
                : accept(new PartialReleasePaid(part.release(), confirm.payment()));
    }

    private PartialReleaseRules() {}
}
