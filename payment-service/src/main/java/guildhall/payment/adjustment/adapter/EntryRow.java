package guildhall.payment.adjustment.adapter;

import static java.util.Objects.requireNonNull;

import guildhall.messages.money.Money;
import guildhall.payment.adjustment.AdjustableAccounts;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Entry.Credit;
import guildhall.payment.ledger.Entry.Debit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;

/** One side of a journal as it is stored. */
record EntryRow(AccountCode code, String owner, long debit, long credit) {

    static EntryRow of(ResultSet row) throws SQLException {
        return new EntryRow(
                AccountCode.valueOf(row.getString("code")),
                requireNonNull(row.getString("owner")),
                row.getLong("debit"),
                row.getLong("credit"));
    }

    static EntryRow of(Entry entry) {
        var account = entry.account();
        var amount = entry.amount().minorUnits();
        return switch (entry) {
            case Debit _ -> new EntryRow(account.code(), account.owner(), amount, 0);
            case Credit _ -> new EntryRow(account.code(), account.owner(), 0, amount);
        };
    }

    /** Empty when the account cannot be adjusted. */
    Optional<Entry> entry(Currency currency) {
        return AdjustableAccounts.find(code, owner, currency)
                .map(account ->
                        debit > 0
                                ? Entry.debit(account, new Money(debit, currency))
                                : Entry.credit(account, new Money(credit, currency)));
    }
}
