package guildhall.payment.wallet;

import guildhall.messages.money.Money;

public sealed interface WalletRejection {
    /** The wallet was never used. */
    record UnknownWallet() implements WalletRejection {}

    record AlreadyClosed() implements WalletRejection {}

    /** Only a frozen wallet is closed, so that nothing moves while it is looked at. */
    record NotFrozen() implements WalletRejection {}

    /** Whoever owes the platform something pays that first. */
    record InDebt(Money owed) implements WalletRejection {}

    record NotEmpty(WalletCommand.Contents contents) implements WalletRejection {}
}
