package guildhall.payment.invoice;

import guildhall.messages.party.Party;

/** What is numbered without gaps: the invoices of an issuer, and its credit notes. */
public record Series(Party issuer, Kind kind) {
    public enum Kind {
        INVOICE("INV"),
        CREDIT_NOTE("CN");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        public String number(long sequence) {
            return "%s-%06d".formatted(prefix, sequence);
        }
    }
}
