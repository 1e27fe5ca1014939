package guildhall.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.party.Party;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Balances by account. Money only ever moves from one to another, so none comes or goes. */
final class Books {
    static final String CASH = platform("CASH_CLEARING");
    static final String FEES = platform("FEE_REVENUE");
    static final String TRANSIT = platform("PAYOUT_TRANSIT");
    static final String PROMO = platform("PROMO_EXPENSE");
    static final String UNUSED_CREDITS = platform("CREDIT_DEFERRED");

    private static final Set<String> CUSTOMERS_MONEY =
            Set.of("AVAILABLE", "PENDING", "ESCROW", "DISPUTE_HOLD", "BUYER_FEE_DEFERRED");

    private final Map<String, Long> balances = new TreeMap<>();

    /**
     * @param present what the books said before
     */
    Books(Map<String, Long> present) {
        balances.putAll(present);
    }

    static String available(Party owner) {
        return "AVAILABLE " + owner;
    }

    static String pending(Party owner) {
        return "PENDING " + owner;
    }

    static String debt(Party owner) {
        return "RECEIVABLE " + owner;
    }

    static String escrow(UUID escrow) {
        return "ESCROW " + escrow;
    }

    static String dispute(UUID escrow) {
        return "DISPUTE_HOLD " + escrow;
    }

    static String buyerFee(UUID escrow) {
        return "BUYER_FEE_DEFERRED " + escrow;
    }

    private static String platform(String code) {
        return code + " " + Party.PLATFORM;
    }

    void move(long amount, String from, String to) {
        balances.merge(from, -amount, Long::sum);
        balances.merge(to, amount, Long::sum);
    }

    long of(String account) {
        return balances.getOrDefault(account, 0L);
    }

    /** Those that are not zero. */
    Map<String, Long> balances() {
        var some = new TreeMap<>(balances);
        some.values().removeIf(balance -> balance == 0);
        return some;
    }

    void assertCovered() {
        assertThat(balances)
                .allSatisfy((account, balance) -> {
                    if (CUSTOMERS_MONEY.contains(account.split(" ", 2)[0])) {
                        assertThat(balance).as(account).isNotNegative();
                    }
                });
    }
}
