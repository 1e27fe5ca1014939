package guildhall.payment.invoice.adapter;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.party.Party;
import guildhall.payment.invoice.Invoice.Issued;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.InvoiceRejection.UnknownInvoice;
import guildhall.payment.invoice.Invoices;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.PartyParameter;
import guildhall.runtime.web.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose invoices a caller may see: those of the own party, and for finance staff anybody's. */
@Component
class InvoiceAccess {
    private static final String[] FINANCE = {"FINANCE_OPS", "ADMIN"};
    private static final PartyParameter PARTY =
            new PartyParameter("payment/unknown-party", FINANCE);

    private final Invoices invoices;

    InvoiceAccess(Invoices invoices) {
        this.invoices = invoices;
    }

    /**
     * @throws Refusal 404 when it does not exist for this caller
     */
    Known visible(UUID id, Caller caller) {
        if (invoices.find(new InvoiceId(id)) instanceof Known known
                && (isIssuer(known, caller) || isRecipient(known, caller))) {
            return known;
        }
        throw InvoiceProblems.refusal(new UnknownInvoice());
    }

    /** The issuer, and finance staff for anybody. */
    static boolean isIssuer(Known invoice, Caller caller) {
        return caller.actsFor(invoice.bill().issuer().party()) || caller.isStaff(FINANCE);
    }

    /** Of something that was sent: a draft is its issuer's own business. */
    static boolean isRecipient(Known invoice, Caller caller) {
        return invoice instanceof Issued && caller.actsFor(invoice.bill().recipient().party());
    }

    /**
     * @param party as asked for; null for the caller's own
     */
    static Party party(@Nullable String party, Caller caller) {
        return PARTY.of(party, caller);
    }
}
