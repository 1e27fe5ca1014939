package guildhall.payment.invoice;

import java.time.Instant;

/** The states of one invoice or credit note. */
public sealed interface Invoice {
    record Absent() implements Invoice {}

    sealed interface Known extends Invoice {
        Bill bill();
    }

    /** Without a number; only its issuer sees it. */
    record Draft(Bill bill) implements Known {}

    /** A draft that will never be sent. */
    record Discarded(Bill bill, String reason, Instant at) implements Known {}

    /** Numbered, and with its recipient. */
    sealed interface Issued extends Known {
        Issue issue();
    }

    record Sent(Bill bill, Issue issue) implements Issued {}

    record Overdue(Bill bill, Issue issue, Instant since) implements Issued {}

    record Paid(Bill bill, Issue issue, Instant at) implements Issued {}

    /** Sent by mistake, or never to be paid; keeps its number. */
    record Voided(Bill bill, Issue issue, String reason, Instant at) implements Issued {}
}
