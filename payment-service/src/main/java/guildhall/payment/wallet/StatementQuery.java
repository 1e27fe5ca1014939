package guildhall.payment.wallet;

import java.time.Instant;

/**
 * @param from inclusive
 * @param until exclusive
 * @param before only lines with a smaller number
 */
public record StatementQuery(
        WalletId wallet, Instant from, Instant until, long before, int limit) {}
