package guildhall.payment.invoice.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Invoice.Discarded;
import guildhall.payment.invoice.Invoice.Draft;
import guildhall.payment.invoice.Invoice.Issued;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoice.Overdue;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.InvoiceLine;
import guildhall.payment.invoice.Issue;
import guildhall.payment.invoice.Letterhead;
import guildhall.payment.invoice.Purpose;
import guildhall.payment.invoice.Purpose.Correction;
import guildhall.payment.invoice.Series.Kind;
import guildhall.payment.invoice.TaxRate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An invoice or credit note as its parties see it. */
record InvoiceView(
        UUID id,
        Kind kind,
        Status status,
        @Schema(description = "Without gaps per issuer and kind; null for a draft")
                @Nullable String number,
        PartyView issuer,
        PartyView recipient,
        @Schema(description = "What it is about, for example a release") SubjectView subject,
        @Schema(description = "Of a credit note: the invoice that it corrects")
                @Nullable UUID corrects,
        List<LineView> lines,
        @Schema(description = "Sum of the lines") Money net,
        TaxView tax,
        @Schema(description = "net + tax") Money total,
        Instant draftedAt,
        @Nullable Instant issuedAt,
        @Schema(description = "Null for a draft and for a credit note") @Nullable Instant dueAt,
        @Nullable Instant paidAt,
        @Schema(description = "Why it is void, or why it was corrected") @Nullable String reason) {

    enum Status {
        DRAFT,
        SENT,
        OVERDUE,
        PAID,
        VOID
    }

    record PartyView(
            Party party,
            String name,
            List<String> address,
            @Schema(description = "ISO 3166 alpha-2; empty when unknown") String country,
            @Schema(description = "Empty when unknown") String taxNumber) {
        static PartyView of(Letterhead head) {
            return new PartyView(
                    head.party(), head.name(), head.address(), head.country(), head.taxNumber());
        }
    }

    record SubjectView(
            @Schema(description = "release, credit-purchase, subscription or service") String type,
            UUID id) {}

    record LineView(String description, int quantity, Money unitPrice, Money amount) {
        static LineView of(InvoiceLine line) {
            return new LineView(
                    line.description(), line.quantity(), line.unitPrice(), line.amount());
        }
    }

    record TaxView(String name, int basisPoints, Money amount) {
        static TaxView of(TaxRate rate, Money amount) {
            return new TaxView(rate.name(), rate.basisPoints(), amount);
        }
    }

    static InvoiceView of(Known invoice) {
        var bill = invoice.bill();
        var issue = invoice instanceof Issued issued ? issued.issue() : null;
        return new InvoiceView(
                bill.id().value(),
                bill.purpose().kind(),
                status(invoice),
                read(issue, Issue::number),
                PartyView.of(bill.issuer()),
                PartyView.of(bill.recipient()),
                new SubjectView(bill.purpose().subject().type(), bill.purpose().subject().id()),
                bill.purpose() instanceof Correction note ? note.corrects().value() : null,
                bill.lines().stream().map(LineView::of).toList(),
                bill.net(),
                TaxView.of(bill.tax().rate(), bill.tax().amount()),
                bill.total(),
                bill.draftedAt(),
                read(issue, Issue::issuedAt),
                bill.purpose() instanceof Correction ? null : read(issue, Issue::dueAt),
                invoice instanceof Paid(_, _, var at) ? at : null,
                reason(invoice, bill).orElse(null));
    }

    private static <T> @Nullable T read(@Nullable Issue issue, Function<Issue, T> value) {
        return issue == null ? null : value.apply(issue);
    }

    private static Status status(Known invoice) {
        return switch (invoice) {
            case Draft _ -> Status.DRAFT;
            case Sent _ -> Status.SENT;
            case Overdue _ -> Status.OVERDUE;
            case Paid _ -> Status.PAID;
            case Voided _, Discarded _ -> Status.VOID;
        };
    }

    private static Optional<String> reason(Known invoice, Bill bill) {
        return switch (invoice) {
            case Voided(_, _, var reason, _) -> Optional.of(reason);
            case Discarded(_, var reason, _) -> Optional.of(reason);
            case Draft _, Sent _, Overdue _, Paid _ ->
                    bill.purpose() instanceof Purpose.Correction(_, _, var reason)
                            ? Optional.of(reason)
                            : Optional.empty();
        };
    }
}
