package guildhall.payment.payout.adapter;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.toUnmodifiableMap;

import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payout.PayoutProvider;
import guildhall.payment.payout.PayoutProvider.Transfer;
import guildhall.payment.payout.PayoutReport;
import guildhall.payment.payoutaccount.AccountDetails;
import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccounts;
import guildhall.payment.provider.ProviderUnavailableException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Talks to the providers of payout accounts and tells payouts what they said. */
@Component
class Transfers {
    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);

    private final Map<String, PayoutProvider> providers;
    private final PayoutAccounts accounts;
    private final PayoutDesk desk;
    private final PayoutChecks checks;
    private final Clock clock;

    Transfers(
            List<PayoutProvider> providers,
            PayoutAccounts accounts,
            PayoutDesk desk,
            PayoutChecks checks,
            Clock clock) {
        this.providers =
                providers.stream()
                        .collect(toUnmodifiableMap(PayoutProvider::provider, Function.identity()));
        this.accounts = accounts;
        this.desk = desk;
        this.checks = checks;
        this.clock = clock;
    }

    /** When it is not known whether the request arrived, the check that is scheduled finds out. */
    void submit(Processing payout) {
        var order = payout.order();
        var account = account(payout);
        try {
            provider(account)
                    .submit(
                            new Transfer(
                                    order.id(),
                                    payout.attempt(),
                                    account.externalAccount(),
                                    order.net(),
                                    order.speed()));
            checks.arrived(order.id());
        } catch (ProviderUnavailableException _) {
            LOG.warn("Payout {}: the provider did not answer", order.id());
        }
    }

    /** Asks what became of a payout, and submits the same attempt again when it never arrived. */
    void check(Processing payout) {
        var id = payout.order().id();
        try {
            provider(account(payout))
                    .query(id, payout.attempt())
                    .ifPresentOrElse(this::tell, () -> submit(payout));
        } catch (ProviderUnavailableException _) {
            LOG.warn("Payout {}: the provider still does not answer", id);
        }
    }

    private void tell(PayoutReport report) {
        report.command(clock.instant().truncatedTo(MICROS)).ifPresent(desk::handle);
    }

    private PayoutProvider provider(AccountDetails account) {
        var provider = providers.get(account.provider());
        if (provider == null) {
            throw new IllegalStateException("Nobody pays for the provider " + account.provider());
        }
        return provider;
    }

    private AccountDetails account(Processing payout) {
        if (accounts.find(payout.order().account()) instanceof Opened account) {
            return account.details();
        }
        throw new IllegalStateException(payout.order().id() + " has no account");
    }
}
