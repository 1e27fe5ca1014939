package guildhall.contract.agreement;

import java.time.Instant;

/**
 * A contract as it was read.
 *
 * @param position in the order of drafting; where the next page of a list begins
 */
public record StoredContract(
        Contract.Agreed contract, long position, Instant draftedAt, long version) {}
