package guildhall.payment.adjustment;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static java.util.stream.Collectors.toUnmodifiableSet;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Entry.Credit;
import guildhall.payment.ledger.Entry.Debit;
import guildhall.payment.wallet.WalletId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What an adjustment posts. */
public sealed interface Correction {
    List<Entry> entries();

    /** For people, shown on the statements of the wallets. */
    String description();

    /** A wallet against the platform. */
    record Manual(String description, List<Entry> entries) implements Correction {
        public Manual {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param journal the wrong one
     */
    record Reversal(UUID journal, String description, List<Entry> entries) implements Correction {
        public Reversal {
            entries = List.copyOf(entries);
        }
    }

    static Correction toWallet(
            WalletId wallet, Money amount, Counterpart against, String description) {
        var platform = against.account(amount.currency());
        return new Manual(
                description, List.of(debit(platform, amount), credit(available(wallet), amount)));
    }

    static Correction fromWallet(
            WalletId wallet, Money amount, Counterpart against, String description) {
        var platform = against.account(amount.currency());
        return new Manual(
                description, List.of(debit(available(wallet), amount), credit(platform, amount)));
    }

    /**
     * @param posted all entries of the wrong journal
     */
    static Correction reversalOf(UUID journal, String description, List<Entry> posted) {
        return new Reversal(
                journal,
                "Reversal: " + description,
                posted.stream().map(Correction::opposite).toList());
    }

    private static Entry opposite(Entry entry) {
        return switch (entry) {
            case Debit(var account, var amount) -> credit(account, amount);
            case Credit(var account, var amount) -> debit(account, amount);
        };
    }

    private static Account available(WalletId wallet) {
        return new Available(wallet.owner(), wallet.currency());
    }

    /** How much moves. */
    default Money amount() {
        var zero = Money.zero(entries().getFirst().amount().currency());
        return entries().stream()
                .filter(Debit.class::isInstance)
                .map(Entry::amount)
                .reduce(zero, Money::plus);
    }

    default Set<Account> accounts() {
        return entries().stream().map(Entry::account).collect(toUnmodifiableSet());
    }

    /** Every wallet that money goes into or out of. */
    default Set<WalletId> wallets() {
        return walletsOf(entries().stream());
    }

    /** Every wallet that money goes into. */
    default Set<WalletId> credited() {
        return walletsOf(entries().stream().filter(Credit.class::isInstance));
    }

    private static Set<WalletId> walletsOf(Stream<Entry> entries) {
        return entries.map(Entry::account)
                .filter(Available.class::isInstance)
                .map(Available.class::cast)
                .map(account -> new WalletId(account.party(), account.currency()))
                .collect(toUnmodifiableSet());
    }
}
