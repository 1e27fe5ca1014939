package guildhall.contract.milestone;

import guildhall.messages.money.Money;
import java.time.Instant;

/** What the talent was credited: gross = fee + net. */
public record Payment(Money gross, Money fee, Money net, Instant paidAt) {}
