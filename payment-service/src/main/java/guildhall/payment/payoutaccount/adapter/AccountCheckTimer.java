package guildhall.payment.payoutaccount.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.PayoutAccount.PendingVerification;
import guildhall.payment.payoutaccount.PayoutAccountDesk;
import guildhall.payment.payoutaccount.PayoutAccounts;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.runtime.timer.TimerHandler;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks about accounts on which a webhook got lost, or never came. */
@Component
class AccountCheckTimer implements TimerHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AccountCheckTimer.class);

    private final PayoutAccounts accounts;
    private final PayoutAccountDesk desk;
    private final Onboardings onboardings;
    private final AccountChecks checks;
    private final Clock clock;

    AccountCheckTimer(
            PayoutAccounts accounts,
            PayoutAccountDesk desk,
            Onboardings onboardings,
            AccountChecks checks,
            Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.onboardings = onboardings;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return AccountChecks.TIMER;
    }

    @Override
    public void fire(String key) {
        if (accounts.find(PayoutAccountId.of(key)) instanceof PendingVerification(var account, _)) {
            try {
                onboardings
                        .of(account.provider())
                        .query(account.id())
                        .ifPresent(report ->
                                desk.handle(report.command(clock.instant().truncatedTo(MICROS))));
            } catch (ProviderUnavailableException _) {
                LOG.warn("Payout account {}: the provider does not answer", account.id());
            }
            checks.scheduleNext(account);
        }
    }
}
