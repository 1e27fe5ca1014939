package guildhall.contract.milestone;

import java.util.UUID;

/** Requests that changed a milestone; a part of the transaction that does. */
public interface AppliedRequests {
    /**
     * False when it was there before. Waits for a transaction that is adding the same.
     *
     * @param request the same for every retry
     */
    boolean add(UUID request);

    /** It changed nothing after all. */
    void remove(UUID request);
}
