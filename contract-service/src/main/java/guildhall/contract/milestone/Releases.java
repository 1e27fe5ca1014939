package guildhall.contract.milestone;

import guildhall.contract.milestone.Milestone.Approved;

/** Money to the talent: what an approved milestone asks of the release process. */
public interface Releases {
    /** Starts, in the present transaction, what ends in the milestone being paid. */
    void release(Approved milestone);
}
