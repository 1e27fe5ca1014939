package guildhall.contract.milestone;

import guildhall.contract.milestone.Milestone.Approved;
import guildhall.contract.milestone.Milestone.Held;

/** Money to the talent: what a milestone asks of the release process. */
public interface Releases {
    /** Starts, in the present transaction, what ends in the milestone being paid. */
    void release(Approved milestone);

    /** The same for a part, while the work goes on. */
    void release(Held milestone, PartialRelease part);
}
