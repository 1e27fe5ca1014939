package guildhall.payment.escrow.adapter;

import guildhall.messages.payment.PaymentCommands;
import guildhall.payment.escrow.EscrowAnswer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Lets tests of other packages in: commands that arrive together, at any moment. */
public class EscrowDoor {
    private final EscrowTransactions escrows;

    EscrowDoor(EscrowTransactions escrows) {
        this.escrows = escrows;
    }

    /** What each was answered with. */
    public List<EscrowAnswer> handle(List<? extends PaymentCommands> commands, Instant at) {
        var messages = new EscrowMessages(Clock.fixed(at, ZoneOffset.UTC));
        return escrows.handle(commands.stream().map(messages::order).toList());
    }
}
