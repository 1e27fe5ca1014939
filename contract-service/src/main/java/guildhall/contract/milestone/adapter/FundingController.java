package guildhall.contract.milestone.adapter;

import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.MilestoneCommand;
import guildhall.contract.milestone.MilestoneCommand.RequestFunding;
import guildhall.contract.milestone.MilestonePolicy;
import guildhall.contract.milestone.MilestoneStatus;
import guildhall.contract.milestone.MilestoneView;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.VersionedMilestone;
import guildhall.contract.milestone.adapter.MilestoneDesk.Seat;
import guildhall.contract.milestone.adapter.MilestoneRequests.FundingRequest;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The client brings the money of a milestone. */
@RestController
@Tag(name = "Funding")
class FundingController {
    private final MilestoneDesk desk;
    private final Milestones milestones;
    private final MilestonePolicy policy;
    private final Clock clock;

    FundingController(
            MilestoneDesk desk, Milestones milestones, MilestonePolicy policy, Clock clock) {
        this.desk = desk;
        this.milestones = milestones;
        this.policy = policy;
        this.clock = clock;
    }

    @PostMapping("/v1/contracts/{id}/funding")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Idempotent(required = true)
    @Operation(
            summary = "Move the money of a milestone from the client's wallet into escrow",
            description =
                    "Only the client: again after a refusal (top up first), or for a further"
                            + " milestone of an active contract. The milestone at Location says how"
                            + " it went.")
    ResponseEntity<MilestoneView> fund(
            @PathVariable UUID id,
            @Valid @RequestBody FundingRequest request,
            IdempotencyKey key,
            Caller caller) {
        var wanted = Optional.ofNullable(request.milestoneId());
        var escrow = new EscrowId(key.id());
        var answer =
                desk.changeIn(
                        new ContractId(id), caller, seat -> requestFunding(seat, wanted, escrow));
        return MilestoneAnswers.of(
                answer,
                view ->
                        ResponseEntity.accepted()
                                .location(URI.create("/v1/milestones/" + view.id())));
    }

    private MilestoneCommand requestFunding(
            Seat seat, Optional<MilestoneId> wanted, EscrowId escrow) {
        var now = clock.instant();
        return new RequestFunding(
                wanted.orElseGet(() -> next(seat.contract().agreement().id())),
                seat.role(),
                seat.contract(),
                escrow,
                now.plus(policy.fundWithin()),
                now);
    }

    /** The first that is not funded; when all are, the first, which says so. */
    private MilestoneId next(ContractId contract) {
        var all = milestones.of(contract).stream().map(VersionedMilestone::milestone).toList();
        return all.stream()
                .filter(known -> known.status() == MilestoneStatus.PLANNED)
                .findFirst()
                .map(Known::plan)
                .orElseGet(() -> all.getFirst().plan())
                .id();
    }
}
