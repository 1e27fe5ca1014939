package guildhall.contract.activity;

import guildhall.messages.id.ContractId;
import java.util.List;

/** The timelines of all contracts. */
public interface Timeline {
    /** Appends in the present transaction. */
    void append(Activity activity);

    /**
     * Newest first.
     *
     * @param before only lines before this position
     */
    List<ActivityView> of(ContractId contract, long before, int rows);
}
