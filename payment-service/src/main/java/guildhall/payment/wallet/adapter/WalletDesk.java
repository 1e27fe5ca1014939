package guildhall.payment.wallet.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.money.Money;
import guildhall.messages.payment.WalletStateEvents;
import guildhall.messages.payment.WalletStateEvents.WalletClosedV1;
import guildhall.messages.payment.WalletStateEvents.WalletFrozenV1;
import guildhall.messages.payment.WalletStateEvents.WalletUnfrozenV1;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Postings;
import guildhall.payment.wallet.WalletCommand;
import guildhall.payment.wallet.WalletCommand.CloseWallet;
import guildhall.payment.wallet.WalletCommand.Contents;
import guildhall.payment.wallet.WalletCommand.FreezeWallet;
import guildhall.payment.wallet.WalletCommand.UnfreezeWallet;
import guildhall.payment.wallet.WalletDecider;
import guildhall.payment.wallet.WalletEvent;
import guildhall.payment.wallet.WalletEvent.WalletClosed;
import guildhall.payment.wallet.WalletEvent.WalletFrozen;
import guildhall.payment.wallet.WalletEvent.WalletUnfrozen;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletRejection;
import guildhall.payment.wallet.WalletRejection.UnknownWallet;
import guildhall.payment.wallet.WalletState;
import guildhall.payment.wallet.WalletStates;
import guildhall.payment.wallet.WalletStates.Change;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where staff decides about wallets: under the lock that everybody takes who spends from one. */
@Component
class WalletDesk {
    private static final WalletDecider DECIDER = new WalletDecider();

    private final JdbcWallets wallets;
    private final WalletStates states;
    private final Ledger ledger;
    private final Tellers tellers;
    private final Clock clock;

    /** Who is told. */
    @Component
    record Tellers(Outbox outbox, OperatorDesk operators, MeterRegistry meters) {}

    /** What staff may do with a wallet. */
    enum Act {
        FREEZE,
        UNFREEZE,
        CLOSE
    }

    WalletDesk(
            JdbcWallets wallets, WalletStates states, Ledger ledger, Tellers tellers, Clock clock) {
        this.wallets = wallets;
        this.states = states;
        this.ledger = ledger;
        this.tellers = tellers;
        this.clock = clock;
    }

    @Transactional
    public Decision<WalletEvent, WalletRejection> decide(
            WalletId id, Act act, String reason, Caller operator) {
        if (!wallets.isOpen(id)) {
            return Decision.reject(new UnknownWallet());
        }
        var name = "wallet." + act.name().toLowerCase(Locale.ROOT);
        var target = id.owner() + "/" + id.currency().getCurrencyCode();
        tellers.operators().record(operator, name, target, reason);
        var accounts = lock(id);
        var state = states.of(id);
        var decision = DECIDER.decide(command(id, act, accounts), state);
        if (decision instanceof Accepted(var events)) {
            for (var event : events) {
                state = DECIDER.evolve(state, event);
                states.add(id, change(state, reason, operator, event));
                tellers.outbox().add(message(id, event));
                tellers.meters()
                        .counter("guildhall.payment.wallet.decisions", "act", act.name())
                        .increment();
            }
        }
        return decision;
    }

    private Postings lock(WalletId id) {
        return ledger.lock(
                Set.of(
                        new Available(id.owner(), id.currency()),
                        new Pending(id.owner(), id.currency()),
                        new Receivable(id.owner(), id.currency())));
    }

    private WalletCommand command(WalletId id, Act act, Postings accounts) {
        var now = clock.instant().truncatedTo(MICROS);
        return switch (act) {
            case FREEZE -> new FreezeWallet(now);
            case UNFREEZE -> new UnfreezeWallet(now);
            case CLOSE -> new CloseWallet(contents(id, accounts), now);
        };
    }

    private Contents contents(WalletId id, Postings accounts) {
        var currency = id.currency();
        var available = accounts.balanceOf(new Available(id.owner(), currency));
        var pending = accounts.balanceOf(new Pending(id.owner(), currency));
        var debt = accounts.balanceOf(new Receivable(id.owner(), currency));
        var open = wallets.open(id);
        return new Contents(
                new Money(available.minorUnits(), currency),
                new Money(pending.minorUnits(), currency),
                new Money(Math.max(-debt.minorUnits(), 0), currency),
                open.escrows(),
                open.payouts(),
                open.refunds());
    }

    private static Change change(
            WalletState state, String reason, Caller operator, WalletEvent event) {
        var at =
                switch (event) {
                    case WalletFrozen frozen -> frozen.at();
                    case WalletUnfrozen unfrozen -> unfrozen.at();
                    case WalletClosed closed -> closed.at();
                };
        return new Change(state, reason, operator.user(), at);
    }

    private static WalletStateEvents message(WalletId id, WalletEvent event) {
        var currency = id.currency().getCurrencyCode();
        return switch (event) {
            case WalletFrozen(var at) -> new WalletFrozenV1(id.owner(), currency, at);
            case WalletUnfrozen(var at) -> new WalletUnfrozenV1(id.owner(), currency, at);
            case WalletClosed(var at) -> new WalletClosedV1(id.owner(), currency, at);
        };
    }
}
