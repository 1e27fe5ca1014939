package guildhall.payment.invoice;

import static guildhall.payment.invoice.InvoiceFixtures.BILL;
import static guildhall.payment.invoice.InvoiceFixtures.DUE;
import static guildhall.payment.invoice.InvoiceFixtures.ID;
import static guildhall.payment.invoice.InvoiceFixtures.ISSUE;
import static guildhall.payment.invoice.InvoiceFixtures.NOON;
import static guildhall.payment.invoice.InvoiceFixtures.usd;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.Invoice.Absent;
import guildhall.payment.invoice.Invoice.Discarded;
import guildhall.payment.invoice.Invoice.Draft;
import guildhall.payment.invoice.Invoice.Overdue;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.InvoiceCommand.CallOverdue;
import guildhall.payment.invoice.InvoiceCommand.DraftInvoice;
import guildhall.payment.invoice.InvoiceCommand.SendInvoice;
import guildhall.payment.invoice.InvoiceCommand.SettleInvoice;
import guildhall.payment.invoice.InvoiceCommand.VoidInvoice;
import guildhall.payment.invoice.InvoiceEvent.DraftDiscarded;
import guildhall.payment.invoice.InvoiceEvent.InvoiceDrafted;
import guildhall.payment.invoice.InvoiceEvent.InvoiceIssued;
import guildhall.payment.invoice.InvoiceEvent.InvoiceOverdue;
import guildhall.payment.invoice.InvoiceEvent.InvoicePaid;
import guildhall.payment.invoice.InvoiceEvent.InvoiceVoided;
import guildhall.payment.invoice.InvoiceRejection.AlreadyPaid;
import guildhall.payment.invoice.InvoiceRejection.AlreadyVoid;
import guildhall.payment.invoice.InvoiceRejection.IsCreditNote;
import guildhall.payment.invoice.InvoiceRejection.NotDueYet;
import guildhall.payment.invoice.InvoiceRejection.NotSent;
import guildhall.payment.invoice.InvoiceRejection.UnknownInvoice;
import guildhall.payment.invoice.Invoices.Credited;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoiceDeciderTest {
    static final InvoiceDecider DECIDER = new InvoiceDecider();
    static final Draft DRAFT = new Draft(BILL);
    static final Sent SENT = new Sent(BILL, ISSUE);
    static final Overdue OVERDUE = new Overdue(BILL, ISSUE, DUE);
    static final Paid PAID = new Paid(BILL, ISSUE, DUE);
    static final Voided VOIDED = new Voided(BILL, ISSUE, "wrong", DUE);
    static final Discarded DISCARDED = new Discarded(BILL, "wrong", DUE);

    static final DraftInvoice DRAFT_IT = new DraftInvoice(BILL);
    static final SendInvoice SEND = new SendInvoice(ID, ISSUE);
    static final SettleInvoice SETTLE = new SettleInvoice(ID, DUE);
    static final CallOverdue CALL = new CallOverdue(ID, DUE);
    static final VoidInvoice VOID = new VoidInvoice(ID, "wrong", DUE);

    @Test
    void goesFromDraftToPaid() {
        assertThat(decide(DRAFT_IT, new Absent())).isEqualTo(accept(new InvoiceDrafted(BILL)));
        assertThat(decide(SEND, DRAFT)).isEqualTo(accept(new InvoiceIssued(BILL, ISSUE)));
        assertThat(decide(SETTLE, SENT)).isEqualTo(accept(new InvoicePaid(BILL, ISSUE, DUE)));

        assertThat(after(DRAFT_IT, new Absent())).isEqualTo(DRAFT);
        assertThat(after(SEND, DRAFT)).isEqualTo(SENT);
        assertThat(after(SETTLE, SENT)).isEqualTo(PAID);
    }

    @Test
    void becomesOverdueOnItsDueDateAndIsPaidAllTheSame() {
        assertThat(decide(CALL, SENT)).isEqualTo(accept(new InvoiceOverdue(BILL, ISSUE, DUE)));
        assertThat(after(CALL, SENT)).isEqualTo(OVERDUE);
        assertThat(after(SETTLE, OVERDUE)).isEqualTo(PAID);
        assertThat(decide(new CallOverdue(ID, DUE.minusNanos(1)), SENT))
                .isEqualTo(reject(new NotDueYet()));
    }

    @Test
    void voidsWhatIsNotPaid() {
        assertThat(decide(VOID, DRAFT)).isEqualTo(accept(new DraftDiscarded(BILL, "wrong", DUE)));
        assertThat(decide(VOID, SENT))
                .isEqualTo(accept(new InvoiceVoided(BILL, ISSUE, "wrong", DUE)));
        assertThat(after(VOID, DRAFT)).isEqualTo(DISCARDED);
        assertThat(after(VOID, OVERDUE)).isEqualTo(VOIDED);
        assertThat(decide(VOID, PAID)).isEqualTo(reject(new AlreadyPaid()));
        assertThat(decide(VOID, new Absent())).isEqualTo(reject(new UnknownInvoice()));
    }

    @Test
    void acceptsRepetitionsWithoutEvents() {
        for (var known : List.of(DRAFT, SENT, OVERDUE, PAID, VOIDED, DISCARDED)) {
            assertThat(decide(DRAFT_IT, known)).isEqualTo(accept());
        }
        for (var sent : List.of(SENT, OVERDUE, PAID)) {
            assertThat(decide(SEND, sent)).isEqualTo(accept());
        }
        for (var late : List.of(OVERDUE, PAID, VOIDED)) {
            assertThat(decide(CALL, late)).isEqualTo(accept());
        }
        assertThat(decide(SETTLE, PAID)).isEqualTo(accept());
        assertThat(decide(VOID, VOIDED)).isEqualTo(accept());
        assertThat(decide(VOID, DISCARDED)).isEqualTo(accept());
    }

    @Test
    void refusesWhatComesTooEarlyOrTooLate() {
        assertThat(decide(SETTLE, DRAFT)).isEqualTo(reject(new NotSent()));
        assertThat(decide(CALL, DRAFT)).isEqualTo(reject(new NotSent()));
        assertThat(decide(SETTLE, VOIDED)).isEqualTo(reject(new AlreadyVoid()));
        assertThat(decide(SETTLE, DISCARDED)).isEqualTo(reject(new AlreadyVoid()));
        assertThat(decide(SEND, VOIDED)).isEqualTo(reject(new AlreadyVoid()));
        assertThat(decide(SEND, new Absent())).isEqualTo(reject(new UnknownInvoice()));
        assertThat(decide(SETTLE, new Absent())).isEqualTo(reject(new UnknownInvoice()));
        assertThat(decide(CALL, new Absent())).isEqualTo(reject(new UnknownInvoice()));
    }

    @Test
    void neverSettlesOrVoidsACreditNote() {
        var bill = creditNote();
        var note = new Sent(bill, new Issue(bill.series(), 1, NOON, NOON));

        assertThat(decide(SETTLE, note)).isEqualTo(reject(new IsCreditNote()));
        assertThat(decide(VOID, note)).isEqualTo(reject(new IsCreditNote()));
        assertThat(decide(CALL, note)).isEqualTo(reject(new IsCreditNote()));
    }

    @Test
    void doesNotFollowEventsThatCannotHappen() {
        assertThatThrownBy(() -> DECIDER.evolve(PAID, new InvoiceOverdue(BILL, ISSUE, DUE)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> DECIDER.evolve(DRAFT, new InvoicePaid(BILL, ISSUE, DUE)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Bill creditNote() {
        var request = new CreditNotes.Request(new InvoiceId(new UUID(0, 7)), usd(1), "x", NOON);
        var decision = CreditNotes.correct(PAID, new Credited(usd(0), usd(0)), request);
        return ((Accepted<Bill, InvoiceRejection>) decision).events().getFirst();
    }

    private static Decision<InvoiceEvent, InvoiceRejection> decide(
            InvoiceCommand command, Invoice state) {
        return DECIDER.decide(command, state);
    }

    private static Invoice after(InvoiceCommand command, Invoice state) {
        var accepted = (Accepted<InvoiceEvent, InvoiceRejection>) decide(command, state);
        return DECIDER.evolve(state, accepted.events().getFirst());
    }
}
