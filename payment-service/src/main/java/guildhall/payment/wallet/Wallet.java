package guildhall.payment.wallet;

import guildhall.messages.money.Money;

/**
 * @param available to spend or withdraw
 * @param pending earned, available when its safety window is over
 * @param escrowed locked for milestones that the owner pays for
 */
public record Wallet(
        WalletId id, WalletState state, Money available, Money pending, Money escrowed) {
    public static Wallet empty(WalletId id) {
        var nothing = Money.zero(id.currency());
        return new Wallet(id, new WalletState.Active(), nothing, nothing, nothing);
    }
}
