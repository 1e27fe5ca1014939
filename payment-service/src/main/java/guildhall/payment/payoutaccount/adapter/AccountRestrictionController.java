package guildhall.payment.payoutaccount.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.PayoutAccountCommand;
import guildhall.payment.payoutaccount.PayoutAccountCommand.LiftRestriction;
import guildhall.payment.payoutaccount.PayoutAccountCommand.RestrictAccount;
import guildhall.payment.payoutaccount.adapter.AccountStaff.Act;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.operate.ReasonRequest;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What finance staff does with payout accounts; every act is audited. */
@RestController
@RequestMapping("/v1/payout-accounts/{id}")
@StaffOnly({"FINANCE_OPS", "COMPLIANCE", "ADMIN"})
@Tag(name = "Payout accounts")
class AccountRestrictionController {
    private final AccountStaff staff;
    private final PayoutAccountProperties properties;
    private final Clock clock;

    AccountRestrictionController(
            AccountStaff staff, PayoutAccountProperties properties, Clock clock) {
        this.staff = staff;
        this.properties = properties;
        this.clock = clock;
    }

    /** The owner gets to see the reason. */
    @PostMapping("/restriction")
    @Idempotent
    @Operation(summary = "Keep payouts from an account until staff lifts it")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-payout-account")
    @ApiResponse(responseCode = "409", description = "payment/payout-account-disabled")
    PayoutAccountView restrict(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        var account = new PayoutAccountId(id);
        var reason = PlainText.cleanLine(request.reason());
        return act(
                new RestrictAccount(account, reason, now()),
                new Act(operator, "payout-account.restrict", reason));
    }

    @PostMapping("/reactivation")
    @Idempotent
    @Operation(
            summary = "Lift a restriction of staff, or one that a rejected payout left",
            description = "An account that the provider restricts as well stays restricted.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-payout-account")
    @ApiResponse(
            responseCode = "409",
            description = "payment/payout-account-disabled or payment/nothing-to-lift")
    PayoutAccountView reactivate(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        return act(
                new LiftRestriction(new PayoutAccountId(id), now()),
                new Act(operator, "payout-account.reactivate", request.reason()));
    }

    private PayoutAccountView act(PayoutAccountCommand command, Act act) {
        return PayoutAccountView.of(staff.handle(command, act), properties.hold());
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
