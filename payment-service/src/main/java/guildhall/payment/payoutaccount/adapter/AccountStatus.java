package guildhall.payment.payoutaccount.adapter;

import guildhall.payment.payoutaccount.PayoutAccount.Active;
import guildhall.payment.payoutaccount.PayoutAccount.Disabled;
import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccount.PendingVerification;
import guildhall.payment.payoutaccount.PayoutAccount.Restricted;

/** The states as the database and clients see them. */
enum AccountStatus {
    PENDING_VERIFICATION,
    ACTIVE,
    RESTRICTED,
    DISABLED;

    static AccountStatus of(Opened account) {
        return switch (account) {
            case PendingVerification _ -> PENDING_VERIFICATION;
            case Active _ -> ACTIVE;
            case Restricted _ -> RESTRICTED;
            case Disabled _ -> DISABLED;
        };
    }
}
