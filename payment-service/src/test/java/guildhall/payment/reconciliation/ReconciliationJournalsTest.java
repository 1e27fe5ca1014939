package guildhall.payment.reconciliation;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.payment.reconciliation.ReconciliationFixtures.BOB;
import static guildhall.payment.reconciliation.ReconciliationFixtures.DIFFERENCE;
import static guildhall.payment.reconciliation.ReconciliationFixtures.NOON;
import static guildhall.payment.reconciliation.ReconciliationFixtures.USD;
import static guildhall.payment.reconciliation.ReconciliationFixtures.entry;
import static guildhall.payment.reconciliation.ReconciliationFixtures.movement;
import static guildhall.payment.reconciliation.ReconciliationFixtures.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.ProcessorFees;
import guildhall.payment.ledger.Account.Suspense;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementApproved;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.Settlement.Reversal;
import guildhall.payment.reconciliation.Settlement.ToMovement;
import guildhall.payment.reconciliation.Settlement.ToWallet;
import guildhall.payment.reconciliation.Settlement.WriteOff;
import guildhall.testkit.Seeds;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconciliationJournalsTest {
    static final Account CASH = new CashClearing(USD);
    static final Account SUSPENSE = new Suspense(USD);
    static final Account FEES = new ProcessorFees(USD);
    static final Party OWNER = new Party(PartyType.BUSINESS, new UUID(5, 1));
    static final Account WALLET = new Available(OWNER, USD);

    @Test
    void chargesFeesToProcessorFees() {
        var source = new UUID(4, 1);

        assertThat(ReconciliationJournals.fee(entry(-29), source, NOON))
                .isEqualTo(
                        new Journal(
                                new JournalSource("provider-fee", source, "booked"),
                                Reason.PROCESSOR_FEE,
                                "Fee of the payment provider",
                                NOON,
                                List.of(credit(CASH, usd(29)), debit(FEES, usd(29)))));
    }

    @Test
    void setsAsideAndTakesBack() {
        assertThat(ReconciliationJournals.suspended(entry(500), DIFFERENCE, NOON))
                .isEqualTo(
                        journal(
                                "suspended",
                                "Unexplained at the payment provider",
                                debit(CASH, usd(500)),
                                credit(SUSPENSE, usd(500))));
        assertThat(ReconciliationJournals.explained(entry(500), DIFFERENCE, NOON))
                .isEqualTo(
                        journal(
                                "explained",
                                "Explained at the payment provider",
                                debit(SUSPENSE, usd(500)),
                                credit(CASH, usd(500))));
        assertThat(ReconciliationJournals.suspended(entry(-500), DIFFERENCE, NOON).entries())
                .containsExactly(credit(CASH, usd(500)), debit(SUSPENSE, usd(500)));
    }

    @Test
    void settlesAnUnexplainedEntry() {
        assertThat(settled(entry(500), new ToWallet(OWNER)))
                .containsExactly(debit(SUSPENSE, usd(500)), credit(WALLET, usd(500)));
        assertThat(settled(entry(-500), new ToWallet(OWNER)))
                .containsExactly(credit(SUSPENSE, usd(500)), debit(WALLET, usd(500)));
        assertThat(settled(entry(500), new WriteOff()))
                .containsExactly(debit(SUSPENSE, usd(500)), credit(FEES, usd(500)));
        assertThat(settled(entry(495), new ToMovement(movement(500))))
                .containsExactly(
                        debit(SUSPENSE, usd(495)), credit(CASH, usd(500)), debit(FEES, usd(5)));
        assertThat(settled(entry(500), new ToMovement(movement(500))))
                .containsExactly(debit(SUSPENSE, usd(500)), credit(CASH, usd(500)));
    }

    @Test
    void settlesAMissingMovement() {
        var original = List.of(debit(CASH, usd(500)), credit(WALLET, usd(500)));

        assertThat(settled(movement(500), new WriteOff(), original))
                .containsExactly(credit(CASH, usd(500)), debit(FEES, usd(500)));
        assertThat(settled(movement(500), new Reversal(), original))
                .containsExactly(credit(CASH, usd(500)), debit(WALLET, usd(500)));
    }

    @Test
    void refusesToPostWhatShouldNotHaveBeenAccepted() {
        assertThatThrownBy(() -> settled(entry(500), new Reversal()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> settled(movement(500), new ToWallet(OWNER), List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    /** However it is settled, nothing stays in SUSPENSE and the match still adds up. */
    @Test
    void leavesNothingInSuspenseAndNothingUnmatched() {
        Seeds.forAll(
                300,
                any -> {
                    var sign = any.bool() ? 1 : -1;
                    var entry = entry(sign * any.longBetween(1, 1_000_000));
                    var movement = movement(sign * any.longBetween(1, 1_000_000));
                    var settlement =
                            any.oneOf(
                                    new ToWallet(OWNER), new ToMovement(movement), new WriteOff());

                    var suspended =
                            ReconciliationJournals.suspended(entry, DIFFERENCE, NOON).entries();
                    var settled = settled(entry, settlement);

                    assertThat(change(SUSPENSE, suspended) + change(SUSPENSE, settled)).isZero();
                    var posted = settlement instanceof ToMovement ? movement.change() : 0;
                    assertThat(posted - change(CASH, suspended) - change(CASH, settled))
                            .isEqualTo(entry.change());
                });
    }

    private static long change(Account account, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.account().equals(account))
                .mapToLong(Entry::change)
                .sum();
    }

    private static List<Entry> settled(StatementEntry entry, Settlement settlement) {
        return ReconciliationJournals.settled(
                        approved(new Unexplained(entry), settlement), List.of())
                .entries();
    }

    private static List<Entry> settled(
            CashMovement movement, Settlement settlement, List<Entry> original) {
        return ReconciliationJournals.settled(approved(new Missing(movement), settlement), original)
                .entries();
    }

    private static SettlementApproved approved(Finding finding, Settlement settlement) {
        return new SettlementApproved(DIFFERENCE, finding, proposal(settlement), BOB, NOON);
    }

    private static Journal journal(String step, String description, Entry... entries) {
        return new Journal(
                new JournalSource("reconciliation", DIFFERENCE.value(), step),
                Reason.RECONCILIATION,
                description,
                NOON,
                List.of(entries));
    }

    private static Money usd(long amount) {
        return new Money(amount, USD);
    }
}
