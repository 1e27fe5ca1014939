package guildhall.payment.invoice.adapter;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.payment.invoice.CreditNotes;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.InvoiceCommand.VoidInvoice;
import guildhall.payment.invoice.Invoices;
import guildhall.payment.invoice.Invoices.Query;
import guildhall.payment.invoice.Invoices.Role;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Amounts;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invoices for those who issue them and those who pay them. */
@RestController
@RequestMapping("/v1/invoices")
@Tag(name = "Invoices")
class InvoiceController {
    private final Invoices invoices;
    private final InvoiceAccess access;
    private final InvoiceActs acts;

    InvoiceController(Invoices invoices, InvoiceAccess access, InvoiceActs acts) {
        this.invoices = invoices;
        this.access = access;
        this.acts = acts;
    }

    @GetMapping
    @Operation(
            summary = "Invoices and credit notes of the caller's party, newest first",
            description = "Those it issued, those it received, or both.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<InvoiceView> list(
            @RequestParam(defaultValue = "ANY") Role role,
            @Parameter(description = "Finance staff only: another party, such as TALENT:<uuid>")
                    @RequestParam
                    @Nullable String party,
            Paging paging,
            Caller caller) {
        var query =
                new Query(InvoiceAccess.party(party, caller), role, paging.place(), paging.rows());
        return Page.of(invoices.list(query), paging.limit(), InvoiceController::cursor)
                .map(InvoiceView::of);
    }

    private static String cursor(Known invoice) {
        return new Place(invoice.bill().draftedAt(), invoice.bill().id().value()).toCursor();
    }

    @GetMapping("/{id}")
    @Operation(summary = "An invoice that the caller issued or received")
    InvoiceView show(@PathVariable UUID id, Caller caller) {
        return InvoiceView.of(access.visible(id, caller));
    }

    @GetMapping("/{id}/pdf")
    @Operation(summary = "An invoice on paper")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Caller caller) {
        var invoice = access.visible(id, caller);
        var number = InvoiceView.of(invoice).number();
        var name = (number == null ? "draft" : number) + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(InvoicePdf.of(invoice));
    }

    @PostMapping("/{id}/payment")
    @Idempotent(required = true)
    @Operation(
            summary = "Pay an invoice of the platform from the wallet",
            description =
                    "For its recipient. Invoices of releases, credits and subscriptions are paid"
                            + " by what they are about.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Not open, paid in another way, or the wallet is frozen")
    @ApiResponse(responseCode = "422", description = "The wallet does not cover it")
    InvoiceView pay(@PathVariable UUID id, Caller caller) {
        var invoice = access.visible(id, caller);
        if (!InvoiceAccess.isRecipient(invoice, caller)) {
            throw InvoiceProblems.forbidden();
        }
        acts.pay(new InvoiceId(id));
        return show(id, caller);
    }

    @PostMapping("/{id}/voiding")
    @Idempotent
    @Operation(
            summary = "Void an invoice that is not paid",
            description = "For its issuer and finance staff, whose acts are audited.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "It is paid, or a credit note")
    InvoiceView voidInvoice(
            @PathVariable UUID id, @Valid @RequestBody VoidRequest request, Caller caller) {
        var reason = PlainText.required("/reason", request.reason());
        requireIssuer(id, caller);
        acts.handle(
                caller,
                "invoice.void",
                reason,
                new VoidInvoice(new InvoiceId(id), reason, acts.now()));
        return show(id, caller);
    }

    @PostMapping("/{id}/credit-notes")
    @Idempotent(required = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Correct a paid invoice by a credit note",
            description =
                    "For its issuer and finance staff, whose acts are audited. A document: money"
                            + " goes back by a refund.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "It is not paid, or a credit note itself")
    @ApiResponse(responseCode = "422", description = "More than is left of the invoice")
    ResponseEntity<InvoiceView> credit(
            @PathVariable UUID id,
            @Valid @RequestBody CreditNoteRequest request,
            IdempotencyKey key,
            Caller caller) {
        var reason = PlainText.required("/reason", request.reason());
        var amount = Amounts.positive("/amount", request.amount());
        var invoice = requireIssuer(id, caller);
        if (!invoice.bill().total().currency().equals(amount.currency())) {
            throw Refusal.field("/amount/currency", "must be the currency of the invoice");
        }
        var note = new CreditNotes.Request(new InvoiceId(key.id()), amount, reason, acts.now());
        acts.credit(caller, new InvoiceId(id), note);
        return ResponseEntity.created(URI.create("/v1/invoices/" + note.id()))
                .body(show(note.id().value(), caller));
    }

    private Known requireIssuer(UUID id, Caller caller) {
        var invoice = access.visible(id, caller);
        if (!InvoiceAccess.isIssuer(invoice, caller)) {
            throw InvoiceProblems.forbidden();
        }
        return invoice;
    }

    record VoidRequest(
            @Schema(example = "Sent to the wrong client") @NotBlank @Size(max = 500)
                    String reason) {}

    /**
     * @param amount with tax
     */
    record CreditNoteRequest(
            @Schema(description = "With tax") @NotNull Money amount,
            @Schema(example = "Half of the work was cancelled") @NotBlank @Size(max = 500)
                    String reason) {}
}
