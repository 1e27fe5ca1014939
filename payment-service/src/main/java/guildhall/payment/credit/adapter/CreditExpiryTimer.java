package guildhall.payment.credit.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.payment.credit.CreditAccounts;
import guildhall.payment.credit.CreditCommand.ExpireCredits;
import guildhall.payment.credit.LotId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.timer.TimerHandler;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Comes when bonus credits expire. Units that are reserved by then expire as they come back. */
@Component
class CreditExpiryTimer implements TimerHandler {
    static final String NAME = "credit-expiry";

    private final CreditAccounts accounts;
    private final CreditTransactions credits;
    private final CreditMessages messages;
    private final Clock clock;

    CreditExpiryTimer(
            CreditAccounts accounts,
            CreditTransactions credits,
            CreditMessages messages,
            Clock clock) {
        this.accounts = accounts;
        this.credits = credits;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fire(String key) {
        var lot = new LotId(UUID.fromString(key));
        var owner = accounts.ownerOf(lot);
        var now = clock.instant().truncatedTo(MICROS);
        var outcome = credits.handle(owner, new ExpireCredits(lot, now));
        if (outcome.decision() instanceof Accepted(var events)) {
            messages.addExpired(owner, events, outcome.account());
        }
    }
}
