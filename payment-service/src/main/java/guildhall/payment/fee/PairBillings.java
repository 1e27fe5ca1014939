package guildhall.payment.fee;

import guildhall.messages.money.Money;
import java.util.Map;
import java.util.Set;

/** What every pair has billed so far. */
public interface PairBillings {
    Money billedBy(Pair pair);

    /** Locks the pairs until the end of the transaction, in one fixed order. */
    Map<Pair, Money> lock(Set<Pair> pairs);

    /** Stores the new sums of locked pairs. */
    void write(Map<Pair, Money> billed);
}
