package guildhall.payment.payoutaccount;

import java.time.Instant;

/** The states of one payout account. */
public sealed interface PayoutAccount {
    record Absent() implements PayoutAccount {}

    sealed interface Opened extends PayoutAccount {
        AccountDetails details();

        /** When it came into this state. */
        Instant since();

        /** The same state with other details. */
        Opened with(AccountDetails newDetails);
    }

    /** The provider has not verified the owner yet. */
    record PendingVerification(AccountDetails details, Instant since) implements Opened {
        @Override
        public PendingVerification with(AccountDetails newDetails) {
            return new PendingVerification(newDetails, since);
        }
    }

    /** The only state that receives payouts. */
    record Active(AccountDetails details, Instant since) implements Opened {
        @Override
        public Active with(AccountDetails newDetails) {
            return new Active(newDetails, since);
        }
    }

    record Restricted(AccountDetails details, RestrictedBy by, String reason, Instant since)
            implements Opened {
        @Override
        public Restricted with(AccountDetails newDetails) {
            return new Restricted(newDetails, by, reason, since);
        }
    }

    /** For good. */
    record Disabled(AccountDetails details, Instant since) implements Opened {
        @Override
        public Disabled with(AccountDetails newDetails) {
            return new Disabled(newDetails, since);
        }
    }
}
