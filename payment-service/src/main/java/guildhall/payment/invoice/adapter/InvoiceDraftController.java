package guildhall.payment.invoice.adapter;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.InvoiceCommand.DraftInvoice;
import guildhall.payment.invoice.InvoiceLine;
import guildhall.payment.invoice.Subject;
import guildhall.payment.invoice.TaxRates;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Amounts;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invoices that finance staff writes by hand, in the name of the platform. */
@RestController
@RequestMapping("/v1/invoices")
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Invoices")
class InvoiceDraftController {
    /** So that no total of an invoice can overflow. */
    private static final long LARGEST_PRICE = 1_000_000_000_000L;

    private final InvoiceActs acts;
    private final InvoiceAccess access;
    private final Letterheads letterheads;
    private final TaxRates rates;
    private final InvoiceProperties properties;

    InvoiceDraftController(
            InvoiceActs acts,
            InvoiceAccess access,
            Letterheads letterheads,
            TaxRates rates,
            InvoiceProperties properties) {
        this.acts = acts;
        this.access = access;
        this.letterheads = letterheads;
        this.rates = rates;
        this.properties = properties;
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Draft an invoice of the platform",
            description =
                    "For something that the platform did. Tax is added to the lines. It has no"
                            + " number and its recipient does not see it until it is sent.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<InvoiceView> draft(
            @Valid @RequestBody DraftRequest request, IdempotencyKey key, Caller caller) {
        var recipient = new Party(request.recipient().type(), request.recipient().id());
        if (recipient.type() == PartyType.PLATFORM) {
            throw Refusal.field("/recipient/type", "must not be the platform");
        }
        var platform = letterheads.of(Party.PLATFORM);
        var id = new InvoiceId(key.id());
        var bill =
                Bill.adding(
                        new Bill.Occasion(
                                id,
                                new Subject(Subject.SERVICE, id.value()),
                                platform,
                                letterheads.of(recipient),
                                acts.now()),
                        lines(request.lines()),
                        rates.of(platform));
        acts.handle(caller, "invoice.draft", "For " + recipient, new DraftInvoice(bill));
        return ResponseEntity.created(URI.create("/v1/invoices/" + id))
                .body(InvoiceView.of(access.visible(id.value(), caller)));
    }

    private static List<InvoiceLine> lines(List<LineRequest> requested) {
        var lines = new ArrayList<InvoiceLine>();
        for (var line : requested) {
            var pointer = "/lines/" + lines.size();
            var description = PlainText.required(pointer + "/description", line.description());
            if (line.unitPrice().isZero() || line.unitPrice().minorUnits() > LARGEST_PRICE) {
                throw Refusal.field(
                        pointer + "/unitPrice/amount", "must be from 1 to " + LARGEST_PRICE);
            }
            var currency = line.unitPrice().currency();
            Amounts.ofCountry(pointer + "/unitPrice/currency", currency);
            if (!currency.equals(requested.getFirst().unitPrice().currency())) {
                throw Refusal.field(
                        pointer + "/unitPrice/currency", "must be the same in all lines");
            }
            lines.add(new InvoiceLine(description, line.quantity(), line.unitPrice()));
        }
        return lines;
    }

    @PostMapping("/{id}/sending")
    @Idempotent
    @Operation(
            summary = "Send a draft",
            description = "It gets its number, and a due date from the settings.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "It is void")
    InvoiceView send(@PathVariable UUID id, Caller caller) {
        access.visible(id, caller);
        acts.send(caller, new InvoiceId(id), acts.now().plus(properties.dueAfter()));
        return InvoiceView.of(access.visible(id, caller));
    }

    record DraftRequest(
            @NotNull @Valid PartyBody recipient,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid LineRequest> lines) {}

    record PartyBody(@NotNull PartyType type, @NotNull UUID id) {}

    record LineRequest(
            @Schema(example = "Featured listing, one month") @NotBlank @Size(max = 1000)
                    String description,
            @Min(1) @Max(1000) int quantity,
            @NotNull Money unitPrice) {}
}
