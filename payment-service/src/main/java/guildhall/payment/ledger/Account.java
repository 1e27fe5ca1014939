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

    record InEscrow(EscrowId escrow, Currency currency) implements Account {
        @Override
        public AccountCode code() {
            return AccountCode.ESCROW;
        }

        @Override
        public String owner() {
            return escrow.toString();
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
