package guildhall.contract.milestone;

import guildhall.messages.money.Money;
import java.time.Instant;

/** What the talent was credited: gross = fee + net. */
public record Payment(Money gross, Money fee, Money net, Instant paidAt) {
    /** Both together, as of the later one. */
    Payment plus(Payment other) {
        return new Payment(
                gross.plus(other.gross),
                fee.plus(other.fee),
                net.plus(other.net),
                paidAt.isBefore(other.paidAt) ? other.paidAt : paidAt);
    }
}
