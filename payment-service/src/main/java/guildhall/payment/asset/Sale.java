package guildhall.payment.asset;

import guildhall.messages.money.Money;
import java.time.Instant;

/** The states of one sale. */
public sealed interface Sale {
    record Absent() implements Sale {}

    sealed interface Known extends Sale {
        SaleTerms terms();
    }

    /** Nothing was taken, and nothing ever will be for this licence. */
    record Refused(SaleTerms terms, SaleRefusal reason, Instant at) implements Known {}

    /**
     * @param fee the part of the price that the platform keeps
     * @param schedule version of the fee schedule that priced it
     */
    record Captured(SaleTerms terms, Money fee, String schedule, Instant at) implements Known {
        public Money net() {
            return terms.price().minus(fee);
        }
    }

    /** The buyer has everything again. */
    record Refunded(Captured sale, Instant at) implements Known {
        @Override
        public SaleTerms terms() {
            return sale.terms();
        }
    }
}
