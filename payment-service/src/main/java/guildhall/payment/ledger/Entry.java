package guildhall.payment.ledger;

import guildhall.messages.money.Money;

/** One side of a journal. The amount is above zero; its direction is the type. */
public sealed interface Entry {
    Account account();

    Money amount();

    /** What the entry adds to the balance of its account, in minor units. */
    long change();

    record Debit(Account account, Money amount) implements Entry {
        public Debit {
            requirePostable(account, amount);
        }

        @Override
        public long change() {
            return -amount.minorUnits();
        }
    }

    record Credit(Account account, Money amount) implements Entry {
        public Credit {
            requirePostable(account, amount);
        }

        @Override
        public long change() {
            return amount.minorUnits();
        }
    }

    static Entry debit(Account account, Money amount) {
        return new Debit(account, amount);
    }

    static Entry credit(Account account, Money amount) {
        return new Credit(account, amount);
    }

    private static void requirePostable(Account account, Money amount) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("An entry of nothing on " + account);
        }
        if (!amount.currency().equals(account.currency())) {
            throw new IllegalArgumentException(amount.currency() + " does not fit " + account);
        }
    }
}
