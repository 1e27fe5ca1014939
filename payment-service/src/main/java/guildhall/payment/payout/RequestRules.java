package guildhall.payment.payout;

import guildhall.payment.payout.PayoutCommand.RequestPayout;
import guildhall.payment.payout.PayoutRejection.AboveDailyLimit;
import guildhall.payment.payout.PayoutRejection.AccountNotActive;
import guildhall.payment.payout.PayoutRejection.AccountOfOtherCurrency;
import guildhall.payment.payout.PayoutRejection.AccountOnHold;
import guildhall.payment.payout.PayoutRejection.BelowMinimum;
import guildhall.payment.payout.PayoutRejection.MoreThanAvailable;
import guildhall.payment.payout.PayoutRejection.OwesPlatform;
import guildhall.payment.payout.PayoutRejection.UnknownAccount;
import guildhall.payment.payout.PayoutRejection.WalletFrozen;
import guildhall.payment.payoutaccount.PayoutAccount;
import guildhall.payment.payoutaccount.PayoutAccount.Absent;
import guildhall.payment.payoutaccount.PayoutAccount.Active;
import guildhall.payment.payoutaccount.PayoutAccount.Disabled;
import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccount.PendingVerification;
import guildhall.payment.payoutaccount.PayoutAccount.Restricted;
import java.util.Optional;
import java.util.stream.Stream;

/** What speaks against a request; the first objection counts. */
final class RequestRules {

    static Optional<PayoutRejection> objection(RequestPayout request, PayoutPolicy policy) {
        return Stream.<Optional<PayoutRejection>>of(
                        toAccount(request, policy), toAmount(request, policy))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PayoutRejection> toAccount(RequestPayout request, PayoutPolicy policy) {
        var order = request.order();
        if (!isOwned(request.account(), order)) {
            return Optional.of(new UnknownAccount());
        }
        return switch (request.account()) {
            case Absent _ -> Optional.of(new UnknownAccount());
            case PendingVerification _, Restricted _, Disabled _ ->
                    Optional.of(new AccountNotActive());
            case Active(var account, _)
                    when !account.currency().equals(order.amount().currency()) ->
                    Optional.of(new AccountOfOtherCurrency());
            case Active(var account, _)
                    when order.requestedAt().isBefore(account.payoutsFrom(policy.hold())) ->
                    Optional.of(new AccountOnHold(account.payoutsFrom(policy.hold())));
            case Active _ -> Optional.empty();
        };
    }

    private static boolean isOwned(PayoutAccount account, PayoutOrder order) {
        return account instanceof Opened opened
                && opened.details().owner().party().equals(order.owner().party());
    }

    private static Optional<PayoutRejection> toAmount(RequestPayout request, PayoutPolicy policy) {
        var amount = request.order().amount();
        var means = request.means();
        if (policy.isTooSmall(amount)) {
            return Optional.of(new BelowMinimum());
        }
        if (means.isFrozen()) {
            return Optional.of(new WalletFrozen());
        }
        if (means.owesUs()) {
            return Optional.of(new OwesPlatform());
        }
        if (means.available().isLessThan(amount)) {
            return Optional.of(new MoreThanAvailable());
        }
        return means.leftToday().isLessThan(amount)
                ? Optional.of(new AboveDailyLimit())
                : Optional.empty();
    }

    private RequestRules() {}
}
