package guildhall.payment.invoice.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.payment.invoice.InvoiceRejection;
import guildhall.payment.invoice.InvoiceRejection.AlreadyPaid;
import guildhall.payment.invoice.InvoiceRejection.AlreadyVoid;
import guildhall.payment.invoice.InvoiceRejection.InsufficientFunds;
import guildhall.payment.invoice.InvoiceRejection.IsCreditNote;
import guildhall.payment.invoice.InvoiceRejection.MoreThanInvoiced;
import guildhall.payment.invoice.InvoiceRejection.NotDueYet;
import guildhall.payment.invoice.InvoiceRejection.NotPaid;
import guildhall.payment.invoice.InvoiceRejection.NotSent;
import guildhall.payment.invoice.InvoiceRejection.PaidElsewhere;
import guildhall.payment.invoice.InvoiceRejection.UnknownInvoice;
import guildhall.payment.invoice.InvoiceRejection.WalletFrozen;
import guildhall.runtime.web.Refusal;
import org.springframework.http.ProblemDetail;

final class InvoiceProblems {

    static Refusal refusal(InvoiceRejection reason) {
        return new Refusal(of(reason));
    }

    static Refusal forbidden() {
        return new Refusal(problem(FORBIDDEN, "request/wrong-role"));
    }

    private static ProblemDetail of(InvoiceRejection reason) {
        return switch (reason) {
            case UnknownInvoice _ -> problem(NOT_FOUND, "payment/unknown-invoice");
            case NotSent _ -> problem(CONFLICT, "payment/invoice-not-sent");
            case NotDueYet _ -> problem(CONFLICT, "payment/invoice-not-due");
            case AlreadyPaid _ -> problem(CONFLICT, "payment/invoice-paid");
            case AlreadyVoid _ -> problem(CONFLICT, "payment/invoice-void");
            case IsCreditNote _ -> problem(CONFLICT, "payment/invoice-is-credit-note");
            case PaidElsewhere _ -> problem(CONFLICT, "payment/invoice-paid-elsewhere");
            case NotPaid _ -> problem(CONFLICT, "payment/invoice-not-paid");
            case MoreThanInvoiced _ -> problem(UNPROCESSABLE_CONTENT, "payment/more-than-invoiced");
            case WalletFrozen _ -> problem(CONFLICT, "payment/wallet-frozen");
            case InsufficientFunds _ ->
                    problem(UNPROCESSABLE_CONTENT, "payment/insufficient-funds");
        };
    }

    private InvoiceProblems() {}
}
