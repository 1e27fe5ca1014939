package guildhall.payment.adjustment;

import guildhall.payment.ledger.Account;
import guildhall.payment.wallet.WalletId;

public sealed interface AdjustmentRejection {
    record UnknownAdjustment() implements AdjustmentRejection {}

    /** Nobody ever had money there: a mistyped owner, most likely. */
    record UnknownWallet() implements AdjustmentRejection {}

    record UnknownJournal() implements AdjustmentRejection {}

    /** The journal belongs to an escrow, a payout or something else with a state of its own. */
    record NotReversible() implements AdjustmentRejection {}

    record AlreadyReversed() implements AdjustmentRejection {}

    record TooLarge() implements AdjustmentRejection {}

    /** Somebody else has to approve it. */
    record OwnRequest() implements AdjustmentRejection {}

    /** Somebody else asked for it, so it can be turned down but not withdrawn. */
    record SomebodyElsesRequest() implements AdjustmentRejection {}

    /** It is about the wallet of the party that the operator acts for. */
    record OwnWallet() implements AdjustmentRejection {}

    record NeedsAdministrator() implements AdjustmentRejection {}

    record DailyLimitReached() implements AdjustmentRejection {}

    record WalletIsClosed(WalletId wallet) implements AdjustmentRejection {}

    /** The account would be overdrawn, or hold more than can be counted. */
    record NotCovered(Account account) implements AdjustmentRejection {}

    record AlreadyDecided() implements AdjustmentRejection {}
}
