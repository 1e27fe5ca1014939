package guildhall.payment.ledger;

import guildhall.messages.id.EscrowId;
import guildhall.messages.party.Party;
import java.util.Currency;

/** Names one account. Its balance is in {@link Postings} while it is locked. */
public sealed interface Account {
    AccountCode code();

    /** Whose it is, as text: unique together with code and currency. */
    String owner();

    Currency currency();

    /** An account of a party's wallet. */
    sealed interface OfWallet extends Account {
        Party party();

        @Override
        default String owner() {
            return party().toString();
        }
    }

    record Available(Party party, Currency currency) implements OfWallet {
        @Override
        public AccountCode code() {
            return AccountCode.AVAILABLE;
        }
    }

    record Pending(Party party, Currency currency) implements OfWallet {
        @Override
        public AccountCode code() {
            return AccountCode.PENDING;
        }
    }

    record Receivable(Party party, Currency currency) implements Account {
        @Override
        public AccountCode code() {
            return AccountCode.RECEIVABLE;
        }

        @Override
        public String owner() {
            return party.toString();
        }
    }

    /** An account that lives as long as one escrow. */
    sealed interface OfEscrow extends Account {
        EscrowId escrow();

        @Override
        default String owner() {
            return escrow().toString();
        }
    }

    record InEscrow(EscrowId escrow, Currency currency) implements OfEscrow {
        @Override
        public AccountCode code() {
            return AccountCode.ESCROW;
        }
    }

    record DisputeHold(EscrowId escrow, Currency currency) implements OfEscrow {
        @Override
        public AccountCode code() {
            return AccountCode.DISPUTE_HOLD;
        }
    }

    record BuyerFeeDeferred(EscrowId escrow, Currency currency) implements OfEscrow {
        @Override
        public AccountCode code() {
            return AccountCode.BUYER_FEE_DEFERRED;
        }
    }

    /** An account of the platform itself: one per code and currency, therefore busy. */
    sealed interface OfPlatform extends Account {
        @Override
        default String owner() {
            return Party.PLATFORM.toString();
        }
    }

    record CashClearing(Currency currency) implements OfPlatform {
        @Override
        public AccountCode code() {
            return AccountCode.CASH_CLEARING;
        }
    }

    record FeeRevenue(Currency currency) implements OfPlatform {
        @Override
        public AccountCode code() {
            return AccountCode.FEE_REVENUE;
        }
    }

    record PayoutTransit(Currency currency) implements OfPlatform {
        @Override
        public AccountCode code() {
            return AccountCode.PAYOUT_TRANSIT;
        }
    }

    record CreditDeferred(Currency currency) implements OfPlatform {
        @Override
        public AccountCode code() {
            return AccountCode.CREDIT_DEFERRED;
        }
    }

    record PromoExpense(Currency currency) implements OfPlatform {
        @Override
        public AccountCode code() {
            return AccountCode.PROMO_EXPENSE;
        }
    }

    record ProcessorFees(Currency currency) implements OfPlatform {
        @Override
        public AccountCode code() {
            return AccountCode.PROCESSOR_FEES;
        }
    }

    record Suspense(Currency currency) implements OfPlatform {
        @Override
        public AccountCode code() {
            return AccountCode.SUSPENSE;
        }
    }
}
