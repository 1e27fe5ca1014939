package guildhall.payment.ledger;

import java.util.UUID;

/**
 * What a journal was posted for. The database accepts each source once, so no movement can be
 * posted twice.
 *
 * @param type what the id is of: {@code top-up}, {@code escrow}, {@code payout}, {@code refund}, …
 * @param id of the top-up, escrow, payout or refund
 * @param step which of its movements: {@code funded}, {@code released:<release id>}
 */
public record JournalSource(String type, UUID id, String step) {}
