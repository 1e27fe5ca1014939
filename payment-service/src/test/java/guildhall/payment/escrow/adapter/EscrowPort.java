package guildhall.payment.escrow.adapter;

import static java.util.Objects.requireNonNull;

import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.runtime.outbox.Outbox;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Handles orders as the commands from Kafka are handled, without Kafka. */
public class EscrowPort {
    private final EscrowTransactions escrows;
    private final TransactionOperations transactions;
    private final Outbox outbox;

    EscrowPort(EscrowTransactions escrows, TransactionOperations transactions, Outbox outbox) {
        this.escrows = escrows;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** In one transaction with the events that answer them. */
    public List<EscrowAnswer> handle(List<EscrowOrder> orders) {
        return requireNonNull(
                transactions.execute(_ -> {
                    var answers = escrows.handle(orders);
                    answers.stream().map(EscrowMessages::event).forEach(outbox::add);
                    return answers;
                }));
    }
}
