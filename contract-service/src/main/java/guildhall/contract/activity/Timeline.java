package guildhall.contract.activity;

import guildhall.messages.id.ContractId;
import java.util.List;

/** The timelines of all contracts. */
public interface Timeline {
    /** Appends as the present transaction commits. */
    void append(Activity activity);

    /**
     * Newest first.
     *
     * @param before only lines before this position
     */
    List<ActivityView> of(ContractId contract, long before, int rows);
}
