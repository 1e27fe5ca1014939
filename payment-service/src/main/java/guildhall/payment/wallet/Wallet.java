package guildhall.payment.wallet;

import guildhall.messages.money.Money;

/**
 * @param available to spend or withdraw
 * @param pending earned, available when its safety window is over
 * @param escrowed locked for milestones that the owner pays for
 * @param owed what the owner has to pay the platform back after a chargeback
 */
public record Wallet(
        WalletId id,
        WalletState state,
        Money available,
        Money pending,
        Money escrowed,
        Money owed) {
    public static Wallet empty(WalletId id) {
        var nothing = Money.zero(id.currency());
        return new Wallet(id, new WalletState.Active(), nothing, nothing, nothing, nothing);
    }
}
