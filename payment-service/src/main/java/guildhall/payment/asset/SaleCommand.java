package guildhall.payment.asset;

import guildhall.messages.money.Money;
import guildhall.payment.fee.FeeQuote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public sealed interface SaleCommand {
    Instant at();

    /**
     * @param available what the buyer can spend at this moment
     * @param bar why the buyer may not spend it; null: nothing speaks against it
     * @param quote the fee; null when the terms name a schedule that nobody knows
     */
    record CaptureSale(
            SaleTerms terms,
            Money available,
            @Nullable SaleRefusal bar,
            @Nullable FeeQuote quote,
            Instant at)
            implements SaleCommand {}

    /**
     * @param isPending whether the seller cannot spend anything of it yet
     */
    record RefundSale(boolean isPending, Instant at) implements SaleCommand {}
}
