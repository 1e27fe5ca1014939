package guildhall.payment.invoice;

import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.Series.Kind;

/** Why a document exists. */
public sealed interface Purpose {
    Subject subject();

    Kind kind();

    record Charge(Subject subject) implements Purpose {
        @Override
        public Kind kind() {
            return Kind.INVOICE;
        }
    }

    /** A credit note. */
    record Correction(InvoiceId corrects, Subject subject, String reason) implements Purpose {
        @Override
        public Kind kind() {
            return Kind.CREDIT_NOTE;
        }
    }
}
