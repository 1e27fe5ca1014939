package guildhall.payment.escrow.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.payment.escrow.Escrows;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Escrows exist for their payer, their payee with its team, and finance staff only. */
@RestController
@RequestMapping("/v1/escrows")
@Tag(name = "Escrows")
class EscrowController {
    private static final EscrowId BEGINNING = new EscrowId(new UUID(0, 0));

    private final Escrows escrows;

    EscrowController(Escrows escrows) {
        this.escrows = escrows;
    }

    @GetMapping("/{id}")
    @Operation(summary = "An escrow that the caller pays into or is paid from")
    EscrowView show(@PathVariable UUID id, Caller caller) {
        var escrow = new EscrowId(id);
        return EscrowView.of(escrow, escrows.find(escrow))
                .filter(view -> isVisible(view, caller))
                .orElseThrow(() -> new Refusal(problem(NOT_FOUND, "payment/unknown-escrow")));
    }

    @GetMapping
    @Operation(
            summary = "The escrows of a contract",
            description = "Empty when the contract is unknown or the caller is no party to it.")
    Page<EscrowView> list(@RequestParam UUID contractId, Paging paging, Caller caller) {
        var found = escrows.ofContract(new ContractId(contractId), after(paging), paging.rows());
        var rows =
                found.entrySet().stream()
                        .flatMap(row -> EscrowView.of(row.getKey(), row.getValue()).stream())
                        .filter(view -> isVisible(view, caller))
                        .toList();
        return Page.of(rows, paging.limit(), view -> view.id().toString());
    }

    private static boolean isVisible(EscrowView view, Caller caller) {
        return caller.actsFor(view.payer())
                || caller.actsFor(view.payee())
                || view.team().stream().anyMatch(share -> caller.actsFor(share.member()))
                || caller.isStaff("FINANCE_OPS", "ADMIN");
    }

    private static EscrowId after(Paging paging) {
        try {
            return paging.cursor().map(EscrowId::of).orElse(BEGINNING);
        } catch (IllegalArgumentException _) {
            throw Paging.badCursor();
        }
    }
}
