package guildhall.payment.ledger;

import java.util.UUID;

/**
 * What a journal was posted for. The database accepts each source once, so no movement can be
 * posted twice.
 *
 * @param type {@code top-up} or {@code escrow}
 * @param id of the top-up or escrow
 * @param step which of its movements: {@code funded}, {@code released:<release id>}
 */
public record JournalSource(String type, UUID id, String step) {}
