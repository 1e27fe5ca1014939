package guildhall.payment.wallet.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.Reason;
import guildhall.payment.wallet.StatementLine;
import guildhall.payment.wallet.StatementQuery;
import guildhall.payment.wallet.Wallet;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.Wallets;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/wallets")
@Tag(name = "Wallets")
class WalletController {
    static final String PARTY =
            "Finance and compliance staff only: another party, such as"
                    + " TALENT:0197a6c2-0000-7000-8000-000000000001";

    private final Wallets wallets;

    WalletController(Wallets wallets) {
        this.wallets = wallets;
    }

    @GetMapping
    @Operation(summary = "The wallets of the caller's party, one per currency")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<WalletView> list(
            @Parameter(description = PARTY) @RequestParam @Nullable String party, Caller caller) {
        var owner = WalletAccess.owner(party, caller);
        return new Page<>(wallets.ownedBy(owner), null).map(WalletView::of);
    }

    @GetMapping("/{currency}")
    @Operation(summary = "The wallet of one currency; zeros when it was never used")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    WalletView show(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(description = PARTY) @RequestParam @Nullable String party,
            Caller caller) {
        var owner = WalletAccess.owner(party, caller);
        return WalletView.of(wallets.find(new WalletId(owner, currency)));
    }

    @GetMapping("/{currency}/statement")
    @Operation(
            summary = "Every movement of a wallet, newest first",
            description =
                    "Lines of the available and the pending part, each with the balance it left"
                            + " behind.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<StatementLineView> statement(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(description = PARTY) @RequestParam @Nullable String party,
            @ParameterObject Period period,
            Paging paging,
            Caller caller) {
        var query =
                new StatementQuery(
                        new WalletId(WalletAccess.owner(party, caller), currency),
                        period.start(),
                        period.endOr(Period.END),
                        paging.beforeNumber(),
                        paging.limit());
        return Page.of(
                        wallets.statement(query),
                        paging.limit(),
                        line -> Long.toString(line.number()))
                .map(StatementLineView::of);
    }

    record WalletView(
            Party owner,
            String currency,
            @Schema(description = "Money goes out of an ACTIVE wallet only") WalletStatus status,
            @Schema(description = "To spend or withdraw") Money available,
            @Schema(description = "Earned, inside its safety window") Money pending,
            @Schema(description = "Locked for milestones that the owner pays for") Money escrowed,
            @Schema(description = "To be paid back; until then nothing goes out") Money owed) {
        static WalletView of(Wallet wallet) {
            return new WalletView(
                    wallet.id().owner(),
                    wallet.id().currency().getCurrencyCode(),
                    WalletStatus.of(wallet.state()),
                    wallet.available(),
                    wallet.pending(),
                    wallet.escrowed(),
                    wallet.owed());
        }
    }

    record StatementLineView(
            String id,
            @Schema(description = "AVAILABLE or PENDING") AccountCode account,
            StatementLine.Direction direction,
            Money amount,
            @Schema(description = "Of this account, after this line") Money balanceAfter,
            Reason reason,
            ReferenceView reference,
            String description,
            Instant postedAt) {
        static StatementLineView of(StatementLine line) {
            var source = line.source();
            return new StatementLineView(
                    Long.toString(line.number()),
                    line.account(),
                    line.direction(),
                    line.amount(),
                    line.balanceAfter(),
                    line.reason(),
                    new ReferenceView(source.type(), source.id(), source.step()),
                    line.description(),
                    line.postedAt());
        }
    }

    @Schema(description = "What the money moved for")
    record ReferenceView(
            @Schema(description = "top-up or escrow") String type,
            UUID id,
            @Schema(description = "Which movement of it") String step) {}
}
