package guildhall.payment.chargeback.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments that banks took back, for staff to look into. */
@RestController
@RequestMapping("/v1/chargebacks")
@StaffOnly({"FINANCE_OPS", "SUPPORT_AGENT", "COMPLIANCE", "ADMIN"})
@Tag(name = "Chargebacks")
class ChargebackController {
    private final JdbcChargebacks chargebacks;

    ChargebackController(JdbcChargebacks chargebacks) {
        this.chargebacks = chargebacks;
    }

    @GetMapping
    @Operation(summary = "Chargebacks of all parties, newest first")
    Page<ChargebackView> list(Paging paging) {
        return Page.of(
                chargebacks.list(paging.place(), paging.rows()),
                paging.limit(),
                chargeback -> new Place(chargeback.receivedAt(), chargeback.id()).toCursor());
    }

    record ChargebackView(
            UUID id,
            UUID topUpId,
            Party owner,
            Money amount,
            @Schema(description = "What was not in the wallet any more") Money owed,
            @Schema(description = "What came back because the dispute was won") Money returned,
            @Schema(description = "In the words of the provider") String reason,
            Instant receivedAt) {}
}
