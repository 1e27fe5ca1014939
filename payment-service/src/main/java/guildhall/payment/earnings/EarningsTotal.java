package guildhall.payment.earnings;

import guildhall.messages.money.Money;
import java.time.Instant;

/** All earnings of a party in one currency. */
record EarningsTotal(Money gross, Money fee, Money net, long releases, Instant recordedAt) {}
