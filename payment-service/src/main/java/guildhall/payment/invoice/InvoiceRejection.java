package guildhall.payment.invoice;

import guildhall.messages.money.Money;

public sealed interface InvoiceRejection {
    record UnknownInvoice() implements InvoiceRejection {}

    record NotSent() implements InvoiceRejection {}

    record NotDueYet() implements InvoiceRejection {}

    record AlreadyPaid() implements InvoiceRejection {}

    record AlreadyVoid() implements InvoiceRejection {}

    /** A credit note is neither paid nor void. */
    record IsCreditNote() implements InvoiceRejection {}

    /** It is paid by what it is about, for example by the next try to charge a subscription. */
    record PaidElsewhere() implements InvoiceRejection {}

    /** Only a paid invoice is corrected; others are voided. */
    record NotPaid() implements InvoiceRejection {}

    /**
     * @param left what can still be credited
     */
    record MoreThanInvoiced(Money left) implements InvoiceRejection {}

    record InsufficientFunds() implements InvoiceRejection {}

    /** Nothing goes out of the wallet at present. */
    record WalletFrozen() implements InvoiceRejection {}
}
