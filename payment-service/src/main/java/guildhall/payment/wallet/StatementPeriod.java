package guildhall.payment.wallet;

import java.time.Instant;

/**
 * @param from inclusive
 * @param until exclusive
 */
public record StatementPeriod(WalletId wallet, Instant from, Instant until) {}
