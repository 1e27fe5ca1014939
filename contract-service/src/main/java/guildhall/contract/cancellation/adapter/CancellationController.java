package guildhall.contract.cancellation.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.contract.cancellation.CancellationRejection;
import guildhall.contract.cancellation.CancellationRejection.*;
import guildhall.contract.cancellation.Exit.*;
import guildhall.contract.milestone.Entitlement;
import guildhall.messages.id.ContractId;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A side ends the contract. */
@RestController
@Tag(name = "Contracts")
class CancellationController {
    private final CancellationDesk desk;

    CancellationController(CancellationDesk desk) {
        this.desk = desk;
    }

    /**
     * @param entitlement who gets how much of the held money; absent when the answer of payment
     *     decides that
     */
    record CancellationAccepted(ContractId contractId, @Nullable Entitlement entitlement) {}

    @PostMapping("/v1/contracts/{id}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Idempotent(required = true)
    @Operation(
            summary = "End a contract on which no work has begun",
            description =
                    "Either side. What is held in escrow goes back to the client; the contract at"
                            + " Location is CANCELLED or TERMINATED once payment confirmed that."
                            + " Repeating changes nothing.")
    ResponseEntity<CancellationAccepted> cancel(@PathVariable UUID id, Caller caller) {
        var contract = new ContractId(id);
        return switch (desk.cancel(contract, caller)) {
            case Closed(var reason) -> Problems.answer(problemOf(reason));
            case BackOut _, UnderWay _ -> accepted(contract, null);
            case GiveUp(_, var entitlement) -> accepted(contract, entitlement);
        };
    }

    private static ResponseEntity<CancellationAccepted> accepted(
            ContractId contract, @Nullable Entitlement entitlement) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/contracts/" + contract))
                .body(new CancellationAccepted(contract, entitlement));
    }

    private static ProblemDetail problemOf(CancellationRejection rejection) {
        return switch (rejection) {
            case UnknownContract _ -> problem(NOT_FOUND, "contract/unknown-contract");
            case WorkUnderWay _ ->
                    problem(
                            CONFLICT,
                            "contract/work-under-way",
                            "Work has begun; ending it needs the agreement of both sides.");
            case AlreadyEnded _ -> problem(CONFLICT, "contract/already-ended");
        };
    }
}
