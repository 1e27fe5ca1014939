package guildhall.payment.invoice.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.payment.invoice.Letterhead;
import guildhall.payment.invoice.adapter.InvoiceView.PartyView;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a party wants to be called on its invoices. */
@RestController
@RequestMapping("/v1/billing-profile")
@Tag(name = "Invoices")
class BillingProfileController {
    private final Letterheads letterheads;
    private final Clock clock;

    BillingProfileController(Letterheads letterheads, Clock clock) {
        this.letterheads = letterheads;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "What invoices say of the caller's party")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    PartyView show(Caller caller) {
        return PartyView.of(letterheads.of(caller.requireParty()));
    }

    @PutMapping
    @Operation(
            summary = "Change what invoices say of the caller's party",
            description = "Invoices that exist stay as they are.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    PartyView change(@Valid @RequestBody ProfileRequest request, Caller caller) {
        var party = caller.requireParty();
        var name = PlainText.requiredLine("/name", request.name());
        var head =
                new Letterhead(
                        party,
                        name,
                        request.address().stream()
                                .map(PlainText::cleanLine)
                                .filter(line -> !line.isBlank())
                                .toList(),
                        request.country(),
                        request.taxNumber() == null
                                ? ""
                                : PlainText.cleanLine(request.taxNumber()));
        letterheads.write(head, clock.instant().truncatedTo(MICROS));
        return PartyView.of(letterheads.of(party));
    }

    record ProfileRequest(
            @Schema(example = "Acme Ltd") @NotBlank @Size(max = 200) String name,
            @Schema(example = "[\"1 Main Street\", \"Springfield\"]") @NotNull @Size(max = 6)
                    List<@NotBlank @Size(max = 200) String> address,
            @Schema(description = "ISO 3166 alpha-2", example = "DE")
                    @NotNull
                    @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
                    String country,
            @Schema(example = "DE123456789") @Size(max = 50) @Nullable String taxNumber) {}
}
