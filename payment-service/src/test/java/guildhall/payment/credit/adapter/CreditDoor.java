package guildhall.payment.credit.adapter;

import static java.util.Objects.requireNonNull;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.credit.CreditCommand;
import guildhall.payment.credit.CreditEvent;
import guildhall.payment.credit.CreditRejection;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUpEvent;
import guildhall.payment.topup.TopUpRejection;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.decide.Decision;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;

/** Lets tests of other packages in. */
public class CreditDoor {
    private final CreditTransactions credits;
    private final CreditPurchases purchases;
    private final CreditProperties properties;
    private final TopUps topUps;
    private final TransactionOperations transactions;

    CreditDoor(
            CreditTransactions credits,
            CreditPurchases purchases,
            CreditProperties properties,
            TopUps topUps,
            TransactionOperations transactions) {
        this.credits = credits;
        this.purchases = purchases;
        this.properties = properties;
        this.topUps = topUps;
        this.transactions = transactions;
    }

    public Decision<CreditEvent, CreditRejection> handle(Party owner, CreditCommand command) {
        return credits.handle(owner, command).decision();
    }

    /**
     * Asks for a pack, as a request of its buyer would.
     *
     * @param charge made of the price of the pack
     */
    public Decision<TopUpEvent, TopUpRejection> buy(String pack, Function<Money, TopUp> charge) {
        var wanted = properties.pack(pack).orElseThrow();
        var topUp = charge.apply(wanted.price());
        return requireNonNull(
                transactions.execute(_ -> {
                    var decision = topUps.handle(new RequestTopUp(topUp));
                    purchases.add(topUp, wanted);
                    return decision;
                }));
    }
}
