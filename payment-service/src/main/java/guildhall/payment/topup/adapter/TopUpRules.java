package guildhall.payment.topup.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletStates;
import guildhall.runtime.web.Amounts;
import guildhall.runtime.web.Refusal;
import org.springframework.stereotype.Component;

/** What is not even sent to a provider. */
@Component
class TopUpRules {
    private final TopUpProperties properties;
    private final WalletStates wallets;

    TopUpRules(TopUpProperties properties, WalletStates wallets) {
        this.properties = properties;
        this.wallets = wallets;
    }

    /**
     * A wallet that is frozen a moment later is credited all the same: the money was charged.
     *
     * @throws Refusal when the amount cannot be charged, or not for this wallet
     */
    Money chargeable(Party owner, Money amount) {
        Amounts.payable("/amount", amount);
        if (amount.minorUnits() > properties.largestAmount()) {
            throw new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/amount-too-large"));
        }
        if (!wallets.of(new WalletId(owner, amount.currency())).isUsable()) {
            throw new Refusal(problem(CONFLICT, "payment/wallet-frozen"));
        }
        return amount;
    }
}
