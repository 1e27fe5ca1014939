package guildhall.payment.ledger;

/** Why a journal may not be posted. */
public sealed interface PostingRefusal {
    /** A protected account would go below zero. */
    record WouldOverdraw(Account account) implements PostingRefusal {}

    /** A balance would not fit a long. */
    record WouldOverflow(Account account) implements PostingRefusal {}
}
